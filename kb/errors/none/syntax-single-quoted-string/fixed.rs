pub fn host(setting: Option<&str>) -> &str {
    setting.unwrap_or("localhost")
}
