use std::collections::HashMap;

pub fn record(counts: &mut HashMap<String, u32>, user: &str) {
    counts.entry(user.to_string()).or_insert(0)
    println!("recorded {user}");
}
