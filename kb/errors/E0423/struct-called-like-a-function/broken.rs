pub struct Rectangle {
    pub width: u32,
    pub height: u32,
}

pub fn square(side: u32) -> Rectangle {
    Rectangle(side, side)
}

pub fn area(shape: &Rectangle) -> u32 {
    shape.width * shape.height
}
