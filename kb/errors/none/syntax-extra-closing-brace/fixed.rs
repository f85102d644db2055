pub fn retry_delay(attempt: u32) -> u64 {
    let base = 100;
    base << attempt.min(6)
}
