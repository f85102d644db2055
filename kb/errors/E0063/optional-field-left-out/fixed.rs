pub struct Account {
    pub login: String,
    pub nickname: Option<String>,
}

impl Account {
    pub fn new(login: &str) -> Self {
        Account {
            login: login.to_string(),
            nickname: None,
        }
    }
}
