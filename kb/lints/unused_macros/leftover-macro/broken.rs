use std::time::Duration;

macro_rules! seconds {
    ($count:expr) => {
        Duration::from_secs($count)
    };
}

pub fn timeout(retries: u32) -> Duration {
    Duration::from_secs(5) * (retries + 1)
}
