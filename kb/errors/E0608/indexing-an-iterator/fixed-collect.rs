pub fn domain(address: &str) -> Option<String> {
    let parts: Vec<&str> = address.split('@').collect();
    match parts[..] {
        [_, domain] => Some(domain.to_lowercase()),
        _ => None,
    }
}
