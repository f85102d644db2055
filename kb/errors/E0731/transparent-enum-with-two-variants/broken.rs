#[repr(transparent)]
pub enum Handle {
    Open(u32),
    Closed,
}
