pub fn parse_flags(text: &str) -> Result<Vec<String>, !> {
    Ok(text.split(',').map(str::to_string).collect())
}
