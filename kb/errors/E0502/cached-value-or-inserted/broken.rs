use std::collections::HashMap;

#[derive(Default)]
pub struct Cache {
    pages: HashMap<u32, String>,
}

impl Cache {
    pub fn page(&mut self, number: u32) -> &str {
        if let Some(page) = self.pages.get(&number) {
            return page;
        }
        self.pages.insert(number, format!("page {number}"));
        &self.pages[&number]
    }
}
