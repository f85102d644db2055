pub fn distance(from: usize, to: usize) -> usize {
    from.abs_diff(to)
}
