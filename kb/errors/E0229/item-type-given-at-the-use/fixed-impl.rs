pub fn has_data(mut readings: impl Iterator<Item = u32>) -> bool {
    readings.next().is_some()
}
