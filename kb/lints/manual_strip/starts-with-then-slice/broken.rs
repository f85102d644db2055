pub fn token(header: &str) -> Option<&str> {
    if header.starts_with("Bearer ") {
        Some(&header[7..])
    } else {
        None
    }
}
