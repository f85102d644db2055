use std::collections::HashSet;

pub fn is_new(seen: &mut HashSet<u64>, cents: u64) -> bool {
    seen.insert(cents)
}
