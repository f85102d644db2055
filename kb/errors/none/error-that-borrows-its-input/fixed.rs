use std::error::Error;
use std::fmt;

#[derive(Debug)]
pub struct BadLine(String);

impl fmt::Display for BadLine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "cannot read line {:?}", self.0)
    }
}

impl Error for BadLine {}

pub fn key(line: &str) -> Result<String, Box<dyn Error>> {
    match line.split_once('=') {
        Some((key, _)) => Ok(key.to_string()),
        None => Err(Box::new(BadLine(line.to_string()))),
    }
}
