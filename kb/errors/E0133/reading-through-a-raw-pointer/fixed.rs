#[repr(C)]
pub struct Frame {
    pub width: u32,
    pub height: u32,
}

/// # Safety
/// `frame` must be null or point to a valid frame.
pub unsafe fn pixels(frame: *const Frame) -> u32 {
    // SAFETY: the caller promises that the pointer is null or valid.
    let frame = unsafe { frame.as_ref() };
    frame.map_or(0, area)
}

fn area(frame: &Frame) -> u32 {
    frame.width * 480
}
