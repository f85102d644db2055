pub fn check(password: &str) -> Result<(), String> {
    if password.len() < 12 {
        return Err(format!("{} more characters, please", 12 - password.len()));
    }
    Ok(())
}
