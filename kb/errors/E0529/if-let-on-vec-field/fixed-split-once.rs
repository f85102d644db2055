pub fn parse(address: &str) -> Option<(String, u16)> {
    let (host, port) = address.split_once(':')?;
    Some((host.to_string(), port.parse().ok()?))
}
