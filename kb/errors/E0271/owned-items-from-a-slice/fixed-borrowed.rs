pub struct Team {
    members: Vec<String>,
}

impl Team {
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.members.iter().map(String::as_str)
    }
}
