pub fn path_of(url: &str) -> &str {
    url.trim_start_matches("https://")
}
