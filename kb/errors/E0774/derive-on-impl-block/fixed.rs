#[derive(Clone)]
pub struct Point {
    pub x: i32,
}

impl Point {
    pub fn shift(&mut self, by: i32) {
        self.x += by;
    }
}
