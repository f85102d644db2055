pub fn has_data<I: Iterator<Item = u32>>(mut readings: I) -> bool {
    readings.next().is_some()
}
