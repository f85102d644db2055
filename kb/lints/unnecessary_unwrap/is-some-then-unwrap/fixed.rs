pub fn greeting(nickname: Option<&str>) -> String {
    if let Some(nickname) = nickname {
        format!("Hi {nickname}!")
    } else {
        String::from("Hello!")
    }
}
