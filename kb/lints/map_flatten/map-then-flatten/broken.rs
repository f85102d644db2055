pub fn page_size(setting: Option<&str>) -> Option<usize> {
    setting.map(|text| text.parse().ok()).flatten()
}
