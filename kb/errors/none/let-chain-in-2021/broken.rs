pub fn admin_port(setting: Option<&str>) -> Option<u16> {
    if let Some(text) = setting && let Ok(port) = text.parse::<u16>() {
        return Some(port);
    }
    None
}
