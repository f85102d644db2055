pub fn is_registered(port: u16) -> bool {
    port >= 1024 && port <= 49151
}
