pub fn warn(quota: Option<u64>, used: u64) -> String {
    let mut message = String::from("ok");
    if let Some(quota) = quota && used > quota {
        message = format!("{} bytes over the quota", used - quota);
    }
    message
}
