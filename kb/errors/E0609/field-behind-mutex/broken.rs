use std::sync::{Arc, Mutex};

#[derive(Default)]
pub struct Counters {
    pub hits: u64,
    pub misses: u64,
}

pub fn record_hit(counters: &Arc<Mutex<Counters>>) -> u64 {
    counters.hits += 1;
    let counters = counters.lock().unwrap();
    counters.hits + counters.misses
}
