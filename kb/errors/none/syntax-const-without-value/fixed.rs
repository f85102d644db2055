pub const RETRIES: u32 = 3;

pub fn may_retry(attempt: u32) -> bool {
    attempt < RETRIES
}
