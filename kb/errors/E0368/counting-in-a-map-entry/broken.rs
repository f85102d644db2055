use std::collections::HashMap;

pub fn status_counts(log: &[u16]) -> HashMap<u16, u32> {
    let mut counts = HashMap::new();
    for &status in log {
        let count: &mut u32 = counts.entry(status).or_insert(0);
        count += 1;
    }
    counts
}
