pub fn connect(host: &str) -> String {
    connect_to_port(host, 443)
}

pub fn connect_to_port(host: &str, port: u16) -> String {
    format!("{host}:{port}")
}
