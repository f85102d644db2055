pub fn page_size(setting: Option<&str>) -> Option<usize> {
    setting.and_then(|text| text.parse().ok())
}
