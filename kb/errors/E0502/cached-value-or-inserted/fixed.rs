use std::collections::HashMap;

#[derive(Default)]
pub struct Cache {
    pages: HashMap<u32, String>,
}

impl Cache {
    pub fn page(&mut self, number: u32) -> &str {
        self.pages
            .entry(number)
            .or_insert_with(|| format!("page {number}"))
    }
}
