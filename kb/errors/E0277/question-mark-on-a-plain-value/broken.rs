use std::fs;
use std::io;

pub fn motto(path: &str) -> io::Result<String> {
    let text = fs::read_to_string(path)?;
    let motto = text.trim()?;
    Ok(motto.to_uppercase())
}
