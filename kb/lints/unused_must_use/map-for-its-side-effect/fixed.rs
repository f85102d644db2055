use std::collections::HashSet;

pub fn remember(seen: &mut HashSet<u64>, users: &[u64]) -> usize {
    for user in users {
        seen.insert(*user);
    }
    seen.len()
}
