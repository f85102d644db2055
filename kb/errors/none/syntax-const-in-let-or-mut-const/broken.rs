const mut REQUESTS: u64 = 0;

pub fn count() -> u64 {
    REQUESTS
}
