use std::thread;
use std::time::Duration;

pub fn poll_until(mut ready: impl FnMut() -> bool, tries: u32) -> bool {
    for _ in 0..tries {
        if ready() {
            return true;
        }
        thread::sleep(Duration::from_millis(50));
    }
    false
}
