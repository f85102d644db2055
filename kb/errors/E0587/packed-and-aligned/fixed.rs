#[repr(C, align(8))]
pub struct Record {
    pub kind: u8,
    pub value: u64,
}
