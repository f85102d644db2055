use std::collections::HashSet;

pub fn has_duplicates(ids: &[u32]) -> bool {
    let mut seen = HashSet::new();
    ids.iter().any(|id| !seen.insert(*id))
}

pub fn unique(ids: &[u32]) -> usize {
    ids.iter().collect::<HashSet<_>>().len()
}
