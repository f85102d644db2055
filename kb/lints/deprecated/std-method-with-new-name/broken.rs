pub fn path_of(url: &str) -> &str {
    url.trim_left_matches("https://")
}
