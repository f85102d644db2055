pub fn newest_timestamp(stamps: &[u64]) -> u64 {
    match stamps.iter().max() {
        Some(latest) => *latest,
        None => 0,
    }
}

pub fn is_stale(stamps: &[u64], now: u64) -> bool {
    now - newest_timestamp(stamps) > 60
}
