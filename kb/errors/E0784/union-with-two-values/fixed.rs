#[repr(C)]
pub union Register {
    pub word: u32,
    pub bytes: [u8; 4],
}

pub fn cleared() -> Register {
    Register { word: 0 }
}
