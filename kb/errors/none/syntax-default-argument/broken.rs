pub fn connect(host: &str, port: u16 = 443) -> String {
    format!("{host}:{port}")
}
