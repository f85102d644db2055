pub fn port(setting: Option<u16>) -> u16 {
    setting.unwrap_or_else(|| 8080)
}
