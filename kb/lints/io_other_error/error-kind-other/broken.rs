use std::io;

pub fn check_header(bytes: &[u8]) -> io::Result<()> {
    if bytes.starts_with(b"RIFF") {
        return Ok(());
    }
    Err(io::Error::new(io::ErrorKind::Other, "no RIFF header"))
}
