#[repr(C)]
pub struct Header {
    pub length: u32,
    pub kind: u8,
    pub flags: u8,
    pub reserved: [u8; 2],
}

const _: () = assert!(size_of::<Header>() == 8);
