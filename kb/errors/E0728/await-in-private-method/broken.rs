pub struct Cache {
    entries: Vec<String>,
}

impl Cache {
    async fn load(&self, key: &str) -> String {
        format!("{key} of {}", self.entries.len())
    }

    fn warm_up(&mut self, key: &str) {
        let entry = self.load(key).await;
        self.entries.push(entry);
    }

    pub fn clear(&mut self) {
        self.entries.clear();
    }

    pub async fn start(&mut self) {
        self.clear();
        self.warm_up("prices");
    }
}
