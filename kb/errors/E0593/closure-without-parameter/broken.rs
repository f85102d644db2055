pub fn port(text: &str) -> Result<u16, String> {
    text.parse().map_err(|| "not a port number".to_string())
}
