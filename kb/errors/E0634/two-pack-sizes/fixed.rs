#[repr(C, packed(2))]
pub struct Header {
    pub kind: u8,
    pub length: u32,
}
