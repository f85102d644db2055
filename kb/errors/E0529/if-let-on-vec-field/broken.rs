pub fn parse(address: &str) -> Option<(String, u16)> {
    let parts: Vec<&str> = address.split(':').collect();
    let [host, port] = parts else {
        return None;
    };
    Some((host.to_string(), port.parse().ok()?))
}
