pub fn attempts(limit: Option<u32>, urgent: bool) -> u32 {
    match limit {
        None if urgent => 10,
        None => 3,
        Some(limit) => limit,
    }
}
