const max_retries: u32 = 5;

pub fn may_retry(attempts: u32) -> bool {
    attempts < max_retries
}
