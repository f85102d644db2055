pub fn default_port() -> u16 {
    8080
}
