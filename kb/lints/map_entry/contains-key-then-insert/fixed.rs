use std::collections::HashMap;

pub fn register(users: &mut HashMap<u32, String>, id: u32, name: &str) {
    users.entry(id).or_insert_with(|| name.to_string());
}
