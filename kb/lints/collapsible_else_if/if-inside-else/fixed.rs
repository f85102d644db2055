pub fn size_class(bytes: u64) -> &'static str {
    if bytes < 1_024 {
        "small"
    } else if bytes < 1_048_576 {
        "medium"
    } else {
        "large"
    }
}
