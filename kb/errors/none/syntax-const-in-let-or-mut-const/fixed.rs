use std::sync::atomic::{AtomicU64, Ordering};

static REQUESTS: AtomicU64 = AtomicU64::new(0);

pub fn count() -> u64 {
    REQUESTS.fetch_add(1, Ordering::Relaxed) + 1
}
