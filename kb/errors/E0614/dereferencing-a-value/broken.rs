pub fn total_retries(attempts: &[u32]) -> u32 {
    let mut total = 0;
    for &retries in attempts {
        total += *retries;
    }
    total
}

pub fn is_flaky(attempts: &[u32]) -> bool {
    total_retries(attempts) > attempts.len() as u32
}
