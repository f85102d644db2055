pub struct Employee {
    pub name: String,
    pub manager: Option<String>,
}

pub fn founder(name: &str) -> Employee {
    Employee {
        name: name.to_string(),
        manager: null,
    }
}
