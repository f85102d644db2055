use std::collections::BTreeMap;
use std::sync::Mutex;

pub static SESSIONS: Mutex<BTreeMap<u64, String>> = Mutex::new(BTreeMap::new());

pub fn remember(id: u64, user: &str) {
    if let Ok(mut sessions) = SESSIONS.lock() {
        sessions.insert(id, user.to_string());
    }
}
