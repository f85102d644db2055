struct User {
    name: String,
}

fn main() {
    let mut users = Vec::new();
    let user = User {
        name: "Ada".to_string(),
    };
    users.push(user);
    println!("welcome, {}", user.name);
    println!("{} users", users.len());
}
