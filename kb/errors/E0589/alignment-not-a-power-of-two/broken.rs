#[repr(align(48))]
pub struct Slot {
    pub data: [u8; 48],
}
