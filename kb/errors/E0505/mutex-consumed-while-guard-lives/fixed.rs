use std::sync::Mutex;

pub fn sum(amounts: &[u64]) -> u64 {
    let shared = Mutex::new(0);
    let mut total = shared.lock().unwrap();
    for amount in amounts {
        *total += amount;
    }
    drop(total);
    shared.into_inner().unwrap()
}
