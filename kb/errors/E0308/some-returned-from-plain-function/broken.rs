pub fn first_gap(days: &[u32]) -> usize {
    for (index, pair) in days.windows(2).enumerate() {
        if pair[1] > pair[0] + 1 {
            return Some(index);
        }
    }
    0
}
