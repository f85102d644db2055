pub fn log_port(port: u16) -> String {
    format!("listening on port {}", port.to_string())
}
