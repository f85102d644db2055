pub fn distance(from: usize, to: usize) -> usize {
    (from - to).abs()
}
