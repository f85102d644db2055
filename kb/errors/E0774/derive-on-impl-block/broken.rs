pub struct Point {
    pub x: i32,
}

#[derive(Clone)]
impl Point {
    pub fn shift(&mut self, by: i32) {
        self.x += by;
    }
}
