pub fn sum_bytes(sizes: &[u64]) -> u64 {
    let mut total: u64 = 0;
    for size in sizes {
        total += size;
    }
    total
}
