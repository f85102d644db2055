use std::collections::HashMap;

pub fn empty() -> HashMap<String, u32> {
    HashMap::new()
}
