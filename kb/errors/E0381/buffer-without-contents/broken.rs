use std::io::{self, Read};

pub fn read_length(source: &mut impl Read) -> io::Result<u32> {
    let mut header: [u8; 4];
    source.read_exact(&mut header)?;
    Ok(u32::from_be_bytes(header))
}
