pub fn backoff_ms(base_ms: u64, retries: u32) -> u64 {
    let capped = retries.min(10);
    let factor = 2u64.pow(capped);
    if retries == 0 {
        return 0;
    }
    base_ms * factor
}
