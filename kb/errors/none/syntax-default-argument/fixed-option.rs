const DEFAULT_PORT: u16 = 443;

pub fn connect(host: &str, port: Option<u16>) -> String {
    let port = port.unwrap_or(DEFAULT_PORT);
    format!("{host}:{port}")
}
