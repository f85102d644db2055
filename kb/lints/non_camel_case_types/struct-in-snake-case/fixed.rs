pub struct UserProfile {
    pub name: String,
    pub visits: u32,
}

impl UserProfile {
    pub fn is_new(&self) -> bool {
        self.visits == 0
    }
}
