pub fn page_count(total: usize, size: usize) -> usize {
    total.div_ceil(size)
}
