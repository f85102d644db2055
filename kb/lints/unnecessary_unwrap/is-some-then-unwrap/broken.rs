pub fn greeting(nickname: Option<&str>) -> String {
    if nickname.is_some() {
        format!("Hi {}!", nickname.unwrap())
    } else {
        String::from("Hello!")
    }
}
