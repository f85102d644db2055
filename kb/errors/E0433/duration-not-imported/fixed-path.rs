use std::thread;

pub fn poll_until(mut ready: impl FnMut() -> bool, tries: u32) -> bool {
    for _ in 0..tries {
        if ready() {
            return true;
        }
        thread::sleep(std::time::Duration::from_millis(50));
    }
    false
}
