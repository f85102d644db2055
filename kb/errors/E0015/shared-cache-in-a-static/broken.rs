use std::collections::HashMap;
use std::sync::Mutex;

pub static SESSIONS: Mutex<HashMap<u64, String>> = Mutex::new(HashMap::new());

pub fn remember(id: u64, user: &str) {
    if let Ok(mut sessions) = SESSIONS.lock() {
        sessions.insert(id, user.to_string());
    }
}
