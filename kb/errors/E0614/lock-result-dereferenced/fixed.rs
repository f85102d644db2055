use std::sync::Mutex;

pub fn record(visits: &Mutex<u64>) -> u64 {
    let mut visits = visits.lock().unwrap();
    *visits += 1;
    *visits
}
