pub fn file_name(path: &str) -> Option<&str> {
    path.split('/').last()
}
