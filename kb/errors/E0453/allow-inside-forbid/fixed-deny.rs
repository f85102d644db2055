#![deny(unsafe_code)]

#[allow(unsafe_code)]
pub fn header_version(header: &[u8; 4]) -> u16 {
    u16::from_be_bytes([header[2], header[3]])
}
