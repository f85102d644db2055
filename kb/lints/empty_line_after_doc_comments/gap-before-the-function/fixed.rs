/// Milliseconds to wait before the next attempt.
pub fn retry_delay(attempt: u32) -> u64 {
    100 * 2u64.pow(attempt.min(6))
}
