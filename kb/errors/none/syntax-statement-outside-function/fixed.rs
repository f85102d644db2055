const LIMIT: usize = 100;

pub fn fits(items: &[u32]) -> bool {
    items.len() <= LIMIT
}
