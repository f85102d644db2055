pub fn retries(setting: Option<u32>) -> u32 {
    match setting {
        Some(count) => count,
        None => 3,
    }
}
