pub fn pages(items: &[String], per_page: usize) -> usize {
    items.len().div_ceil(per_page)
}
