use std::sync::atomic::{AtomicU64, Ordering};

const REQUESTS: &AtomicU64 = &AtomicU64::new(0);

pub fn count_request() -> u64 {
    REQUESTS.fetch_add(1, Ordering::Relaxed) + 1
}
