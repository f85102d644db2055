use std::error::Error;

pub fn header_length(version: u8) -> Result<usize, Box<dyn Error>> {
    match version {
        1 => Ok(12),
        2 => Ok(20),
        other => Err(format!("unexpected value: {other}").into()),
    }
}
