#[repr(C)]
pub struct Header {
    pub kind: u8,
    pub length: u32,
    pub flags: u8,
}

const _: () = assert!(size_of::<Header>() == 8);
