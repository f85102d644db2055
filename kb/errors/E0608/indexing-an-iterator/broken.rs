pub fn domain(address: &str) -> Option<String> {
    let parts = address.split('@');
    Some(parts[1].to_lowercase())
}
