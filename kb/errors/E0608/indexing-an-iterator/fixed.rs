pub fn domain(address: &str) -> Option<String> {
    let domain = address.split('@').nth(1)?;
    Some(domain.to_lowercase())
}
