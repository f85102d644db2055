pub struct Team {
    members: Vec<String>,
}

impl Team {
    pub fn names(&self) -> impl Iterator<Item = String> {
        self.members.iter()
    }
}
