use std::sync::{Arc, Mutex};

#[derive(Default)]
pub struct Counters {
    pub hits: u64,
    pub misses: u64,
}

pub fn record_hit(counters: &Arc<Mutex<Counters>>) -> u64 {
    let mut counters = counters.lock().unwrap();
    counters.hits += 1;
    counters.hits + counters.misses
}
