pub fn highest(values: &[u32]) -> u32 {
    mut highest = 0;
    for &value in values {
        highest = value.max(highest);
    }
    highest
}
