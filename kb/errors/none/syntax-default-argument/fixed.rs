const DEFAULT_PORT: u16 = 443;

pub fn connect(host: &str) -> String {
    connect_to_port(host, DEFAULT_PORT)
}

pub fn connect_to_port(host: &str, port: u16) -> String {
    format!("{host}:{port}")
}
