use std::thread;

pub fn retry(attempts: u32, connect: impl Fn() -> bool) -> bool {
    for _ in 0..attempts {
        if connect() {
            return true;
        }
        thread::sleep(500);
    }
    false
}
