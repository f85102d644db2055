pub fn segments(path: &str) -> impl Iterator<Item = String> {
    path.trim_matches('/').split('/').map(str::to_string)
}
