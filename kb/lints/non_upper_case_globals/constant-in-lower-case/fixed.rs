const MAX_RETRIES: u32 = 5;

pub fn may_retry(attempts: u32) -> bool {
    attempts < MAX_RETRIES
}
