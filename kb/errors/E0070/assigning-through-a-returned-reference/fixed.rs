use std::collections::HashMap;

pub fn record(last_seen: &mut HashMap<String, u64>, user: &str, now: u64) {
    *last_seen.entry(user.to_string()).or_insert(0) = now;
}
