use std::collections::HashMap;

pub fn status_counts(log: &[u16]) -> HashMap<u16, u32> {
    let mut counts = HashMap::new();
    for &status in log {
        *counts.entry(status).or_insert(0) += 1;
    }
    counts
}
