#[repr(u8)]
pub enum Address {
    First = 1,
    Broadcast = 255,
    Unknown = 0,
}
