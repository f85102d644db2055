pub fn admin_port(setting: Option<&str>) -> Option<u16> {
    setting.and_then(|text| text.parse().ok())
}
