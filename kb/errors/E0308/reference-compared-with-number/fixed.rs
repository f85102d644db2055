pub fn frosts(readings: &[i32]) -> usize {
    readings.iter().filter(|reading| **reading < 0).count()
}
