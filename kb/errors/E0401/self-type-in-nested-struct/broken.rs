pub struct Cache {
    entries: Vec<String>,
}

impl Cache {
    pub fn preload(keys: &[&str]) -> Cache {
        fn warm(keys: &[&str]) -> Self {
            Cache {
                entries: keys.iter().map(|key| key.to_string()).collect(),
            }
        }

        warm(keys)
    }

    pub fn len(&self) -> usize {
        self.entries.len()
    }

    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }
}
