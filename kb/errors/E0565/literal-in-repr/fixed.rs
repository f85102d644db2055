#[repr(C)]
pub struct Packet {
    pub kind: u8,
    pub length: u16,
}
