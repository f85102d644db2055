use std::collections::HashSet;

pub fn remember(seen: &mut HashSet<u64>, users: &[u64]) -> usize {
    users.iter().map(|user| seen.insert(*user));
    seen.len()
}
