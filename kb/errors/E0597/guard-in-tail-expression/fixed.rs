use std::sync::Mutex;

pub fn sum(amounts: &[u64]) -> u64 {
    let total = Mutex::new(0);
    for amount in amounts {
        *total.lock().unwrap() += amount;
    }
    let sum = *total.lock().unwrap();
    sum
}
