pub fn port(address: &str) -> Some<u16> {
    let (_, port) = address.rsplit_once(':')?;
    port.parse().ok()
}
