#[repr(u8)]
pub enum Priority {
    Low = 2,
    Normal = 3,
    High = 4,
}
