pub fn page_count(total: usize, size: usize) -> usize {
    (total + (size - 1)) / size
}
