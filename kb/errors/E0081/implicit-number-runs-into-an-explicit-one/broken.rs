#[repr(u8)]
pub enum Priority {
    Low = 2,
    Normal,
    High = 3,
}
