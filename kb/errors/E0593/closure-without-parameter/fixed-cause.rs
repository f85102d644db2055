use std::num::ParseIntError;

pub fn port(text: &str) -> Result<u16, String> {
    text.parse()
        .map_err(|cause: ParseIntError| format!("not a port number: {cause}"))
}
