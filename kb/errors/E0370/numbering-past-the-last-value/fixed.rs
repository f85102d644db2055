#[repr(u16)]
pub enum Address {
    First = 1,
    Broadcast = 255,
    Unknown,
}
