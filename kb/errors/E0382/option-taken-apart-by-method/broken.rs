struct User {
    nickname: Option<String>,
    logins: u32,
}

fn main() {
    let user = User {
        nickname: Some("kim".to_string()),
        logins: 3,
    };
    let shown = user.nickname.unwrap_or_default();
    println!("{shown} logged in {} times", user.logins);
    println!("has nickname: {}", user.nickname.is_some());
}
