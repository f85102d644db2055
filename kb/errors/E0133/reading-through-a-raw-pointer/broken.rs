#[repr(C)]
pub struct Frame {
    pub width: u32,
    pub height: u32,
}

/// # Safety
/// `frame` must be null or point to a valid frame.
pub unsafe fn pixels(frame: *const Frame) -> u32 {
    area(frame)
}

fn area(frame: *const Frame) -> u32 {
    (*frame).width * 480
}
