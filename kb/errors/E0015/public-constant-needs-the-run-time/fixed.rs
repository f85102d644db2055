use std::sync::LazyLock;
use std::time::{Duration, Instant};

pub static STARTED: LazyLock<Instant> = LazyLock::new(Instant::now);

pub fn uptime() -> Duration {
    STARTED.elapsed()
}
