pub fn pages(items: &[String], per_page: usize) -> usize {
    (items.len() as usize).div_ceil(per_page)
}
