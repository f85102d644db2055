use std::collections::HashMap;

pub fn record(last_seen: &mut HashMap<String, u64>, user: &str, now: u64) {
    last_seen.insert(user.to_string(), now);
}
