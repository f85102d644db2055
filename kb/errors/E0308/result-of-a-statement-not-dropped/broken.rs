use std::collections::HashMap;

pub fn remember(seen: &mut HashMap<String, u64>, host: &str, now: u64) -> usize {
    if !host.is_empty() {
        seen.insert(host.to_string(), now)
    }
    seen.len()
}
