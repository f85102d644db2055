pub fn has_data<I: Iterator>(mut readings: I<Item = u32>) -> bool {
    readings.next().is_some()
}
