pub struct user_profile {
    pub name: String,
    pub visits: u32,
}

impl user_profile {
    pub fn is_new(&self) -> bool {
        self.visits == 0
    }
}
