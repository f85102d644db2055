pub fn domain(email: &str) -> Result<String, String> {
    let (_, domain) = email.rsplit_once('@')?;
    if domain.is_empty() {
        return Err(format!("nothing after the @ in {email}"));
    }
    Ok(domain.to_lowercase())
}
