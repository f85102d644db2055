use std::time::Duration;

pub fn timeout() -> Duration {
    Duration::from_secs(30)
}
