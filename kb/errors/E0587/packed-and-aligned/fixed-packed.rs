#[repr(C, packed)]
pub struct Record {
    pub kind: u8,
    pub value: u64,
}
