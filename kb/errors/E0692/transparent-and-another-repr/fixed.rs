#[repr(transparent)]
pub struct Handle(pub u64);
