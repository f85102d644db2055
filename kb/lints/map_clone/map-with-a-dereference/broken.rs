pub fn even_ids(ids: &[u64]) -> Vec<u64> {
    ids.iter().map(|id| *id).filter(|id| id % 2 == 0).collect()
}
