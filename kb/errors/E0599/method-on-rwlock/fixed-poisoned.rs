use std::collections::HashMap;
use std::sync::{PoisonError, RwLock};

pub struct FeatureFlags {
    flags: RwLock<HashMap<String, bool>>,
}

impl FeatureFlags {
    pub fn is_on(&self, name: &str) -> bool {
        let flags = self.flags.read().unwrap_or_else(PoisonError::into_inner);
        flags.get(name).copied().unwrap_or(false)
    }
}
