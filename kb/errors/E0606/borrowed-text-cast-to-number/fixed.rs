pub struct Address {
    pub host: String,
    pub port: u16,
}

pub fn parse_address(text: &str) -> Option<Address> {
    let (host, port) = text.rsplit_once(':')?;
    let port = port.parse().ok()?;
    Some(Address {
        host: host.to_string(),
        port,
    })
}
