pub struct Size {
    pub width: u32,
    pub height: u32,
}

pub fn area(size: &Size) -> u32 {
    let Size {
        width,
        height: width,
    } = size;
    width * width
}
