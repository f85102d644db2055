pub fn is_admin_port(port: &str) -> bool {
    port == 8443
}
