let limit: usize = 100;

pub fn fits(items: &[u32]) -> bool {
    items.len() <= limit
}
