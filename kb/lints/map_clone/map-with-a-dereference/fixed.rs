pub fn even_ids(ids: &[u64]) -> Vec<u64> {
    ids.iter().copied().filter(|id| id % 2 == 0).collect()
}
