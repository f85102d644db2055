use std::time::{Duration, Instant};

pub const STARTED: Instant = Instant::now();

pub fn uptime() -> Duration {
    STARTED.elapsed()
}
