pub fn connect(host: &str) -> String {
    connect(host, 443)
}

pub fn connect(host: &str, port: u16) -> String {
    format!("{host}:{port}")
}
