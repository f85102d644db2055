pub fn next_id(ids: &[u32]) -> u32 {
    ids.iter().copied().max().map_or(1, |highest| highest + 1)
}
