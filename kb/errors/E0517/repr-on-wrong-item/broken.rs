#[repr(u8)]
pub struct Header {
    pub version: u8,
    pub flags: u8,
    pub length: u16,
}
