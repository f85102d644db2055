pub fn tail(log: &[String], start: usize) -> &[String] {
    &log[start..]
}
