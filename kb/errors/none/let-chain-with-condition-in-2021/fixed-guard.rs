pub fn warn(quota: Option<u64>, used: u64) -> String {
    match quota {
        Some(quota) if used > quota => format!("{} bytes over the quota", used - quota),
        _ => String::from("ok"),
    }
}
