pub fn file_name(path: &str) -> Option<&str> {
    path.split('/').next_back()
}
