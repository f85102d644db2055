#[repr(align(64))]
pub struct CacheLine {
    pub data: [u8; 64],
}
