use std::time::Duration;

pub fn timeout(retries: u32) -> Duration {
    Duration::from_secs(5) * (retries + 1)
}
