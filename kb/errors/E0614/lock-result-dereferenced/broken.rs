use std::sync::Mutex;

pub fn record(visits: &Mutex<u64>) -> u64 {
    *visits.lock() += 1;
    *visits.lock().unwrap()
}
