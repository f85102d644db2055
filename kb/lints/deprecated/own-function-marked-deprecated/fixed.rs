#[deprecated(since = "2.0.0", note = "use `load_from`, which names the file")]
pub fn load() -> String {
    load_from("settings.toml")
}

pub fn load_from(path: &str) -> String {
    std::fs::read_to_string(path).unwrap_or_default()
}

pub fn line_count() -> usize {
    load_from("settings.toml").lines().count()
}
