pub fn next_id(ids: &[u32]) -> u32 {
    ids.iter().copied().max().unwrap_or(0) + 1
}
