use std::collections::HashMap;
use std::sync::{LazyLock, Mutex};

pub static SESSIONS: LazyLock<Mutex<HashMap<u64, String>>> =
    LazyLock::new(|| Mutex::new(HashMap::new()));

pub fn remember(id: u64, user: &str) {
    if let Ok(mut sessions) = SESSIONS.lock() {
        sessions.insert(id, user.to_string());
    }
}
