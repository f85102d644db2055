use std::collections::HashMap;
use std::sync::RwLock;

pub fn within_limit(limits: &RwLock<HashMap<String, u32>>, user: &str, used: u32) -> bool {
    let limit = limits.read().unwrap().get(user);
    match limit {
        Some(limit) => used <= *limit,
        None => false,
    }
}
