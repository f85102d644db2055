struct User {
    name: String,
}

fn main() {
    let mut users = Vec::new();
    let user = User {
        name: "Ada".to_string(),
    };
    println!("welcome, {}", user.name);
    users.push(user);
    println!("{} users", users.len());
}
