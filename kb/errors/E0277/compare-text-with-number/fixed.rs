pub fn is_admin_port(port: &str) -> bool {
    port.parse::<u16>() == Ok(8443)
}
