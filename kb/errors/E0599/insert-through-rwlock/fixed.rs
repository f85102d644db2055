use std::collections::HashMap;
use std::sync::RwLock;

#[derive(Default)]
pub struct Sessions {
    users: RwLock<HashMap<u64, String>>,
}

impl Sessions {
    pub fn log_in(&self, token: u64, user: &str) {
        self.users.write().unwrap().insert(token, user.to_string());
    }
}
