use std::thread::{self, Mutex};

pub fn count_in_parallel(workers: usize) -> usize {
    let total = Mutex::new(0);
    thread::scope(|scope| {
        for _ in 0..workers {
            scope.spawn(|| *total.lock().unwrap() += 1);
        }
    });
    total.into_inner().unwrap()
}
