struct User {
    name: String,
}

fn main() {
    let mut users = Vec::new();
    users.push(User { name: "Ada".to_string() });
    if let Some(user) = users.last() {
        println!("welcome, {}", user.name);
    }
    println!("{} users", users.len());
}
