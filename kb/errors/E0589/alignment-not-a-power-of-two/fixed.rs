#[repr(align(64))]
pub struct Slot {
    pub data: [u8; 48],
}
