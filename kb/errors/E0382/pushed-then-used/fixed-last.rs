struct User {
    name: String,
}

fn welcome(users: &mut Vec<User>, name: &str) {
    users.push(User {
        name: name.to_string(),
    });
    if let Some(user) = users.last() {
        println!("welcome, {}", user.name);
    }
}

fn main() {
    let mut users = Vec::new();
    welcome(&mut users, "Ada");
    println!("{} users", users.len());
}
