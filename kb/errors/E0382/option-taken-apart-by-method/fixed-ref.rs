struct User {
    nickname: Option<String>,
    logins: u32,
}

fn main() {
    let user = User {
        nickname: Some("kim".to_string()),
        logins: 3,
    };
    let shown = user.nickname.as_ref().map_or("nobody", |name| name);
    println!("{shown} logged in {} times", user.logins);
    println!("has nickname: {}", user.nickname.is_some());
}
