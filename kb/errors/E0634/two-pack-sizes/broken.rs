#[repr(C, packed(2), packed(4))]
pub struct Header {
    pub kind: u8,
    pub length: u32,
}
