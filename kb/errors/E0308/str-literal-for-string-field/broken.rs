pub struct Account {
    pub name: String,
    pub is_admin: bool,
}

pub fn guest() -> Account {
    Account {
        name: "guest",
        is_admin: false,
    }
}
