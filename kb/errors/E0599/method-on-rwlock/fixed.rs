use std::collections::HashMap;
use std::sync::RwLock;

pub struct FeatureFlags {
    flags: RwLock<HashMap<String, bool>>,
}

impl FeatureFlags {
    pub fn is_on(&self, name: &str) -> bool {
        let flags = self.flags.read().unwrap();
        flags.get(name).copied().unwrap_or(false)
    }
}
