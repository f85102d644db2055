pub struct Account {
    pub name: String,
    pub is_admin: bool,
}

pub fn guest() -> Account {
    Account {
        name: "guest".to_string(),
        is_admin: false,
    }
}
