pub struct Filter {
    pub blocked: Vec<String>,
}

impl Filter {
    pub fn allows(&self, host: &str) -> bool {
        !self.blocked.iter().any(|entry| *entry == host)
    }
}
