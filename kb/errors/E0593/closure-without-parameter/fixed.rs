pub fn port(text: &str) -> Result<u16, String> {
    text.parse().map_err(|_| "not a port number".to_string())
}
