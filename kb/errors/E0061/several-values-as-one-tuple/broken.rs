pub struct Timeline {
    pub entries: Vec<(u64, String)>,
}

impl Timeline {
    pub fn note(&mut self, at: u64, text: &str) {
        self.entries.push(at, text.to_string());
        self.entries.sort();
    }
}
