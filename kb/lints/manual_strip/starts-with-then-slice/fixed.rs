pub fn token(header: &str) -> Option<&str> {
    header.strip_prefix("Bearer ")
}
