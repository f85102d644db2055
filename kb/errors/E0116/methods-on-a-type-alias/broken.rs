use std::collections::HashMap;

pub type Inventory = HashMap<String, u32>;

impl Inventory {
    pub fn take(&mut self, item: &str) -> bool {
        match self.get_mut(item) {
            Some(count) if *count > 0 => {
                *count -= 1;
                true
            }
            _ => false,
        }
    }
}
