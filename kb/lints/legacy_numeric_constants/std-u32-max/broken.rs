pub fn smallest(sizes: &[u32]) -> u32 {
    let mut best = std::u32::MAX;
    for size in sizes {
        best = best.min(*size);
    }
    best
}
