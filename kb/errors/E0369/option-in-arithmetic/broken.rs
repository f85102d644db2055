pub fn next_id(ids: &[u32]) -> u32 {
    ids.iter().copied().max() + 1
}
