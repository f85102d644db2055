#[derive(Clone, Copy)]
pub struct Window {
    pub x: i32,
    pub y: i32,
    pub width: u32,
    pub height: u32,
}

impl Window {
    pub fn scaled(&self, factor: u32) -> Window {
        Window {
            width: self.width * factor,
            height: self.height * factor,
            ..*self
        }
    }
}
