#[repr(C)]
pub struct Header {
    pub version: u8,
    pub flags: u8,
    pub length: u16,
}
