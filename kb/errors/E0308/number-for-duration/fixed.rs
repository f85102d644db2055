use std::thread;
use std::time::Duration;

pub fn retry(attempts: u32, connect: impl Fn() -> bool) -> bool {
    for _ in 0..attempts {
        if connect() {
            return true;
        }
        thread::sleep(Duration::from_millis(500));
    }
    false
}
