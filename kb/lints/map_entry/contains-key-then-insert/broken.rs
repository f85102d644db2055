use std::collections::HashMap;

pub fn register(users: &mut HashMap<u32, String>, id: u32, name: &str) {
    if !users.contains_key(&id) {
        users.insert(id, name.to_string());
    }
}
