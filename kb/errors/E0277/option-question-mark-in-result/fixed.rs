pub fn domain(email: &str) -> Result<String, String> {
    let (_, domain) = email.rsplit_once('@').ok_or("no @ in the address")?;
    if domain.is_empty() {
        return Err(format!("nothing after the @ in {email}"));
    }
    Ok(domain.to_lowercase())
}
