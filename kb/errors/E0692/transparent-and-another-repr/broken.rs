#[repr(transparent, C)]
pub struct Handle(pub u64);
