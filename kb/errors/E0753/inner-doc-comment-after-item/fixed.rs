use std::time::Duration;

/// Returns how long to wait before the next try.
pub fn backoff(attempt: u32) -> Duration {
    Duration::from_millis(100 << attempt.min(6))
}
