pub fn retries(setting: Option<u32>) -> u32 {
    setting.unwrap_or(3)
}
