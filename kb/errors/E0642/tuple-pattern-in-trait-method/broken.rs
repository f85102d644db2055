pub trait Canvas {
    fn draw_point(&mut self, (x, y): (i32, i32));
}

pub struct Log(pub Vec<String>);

impl Canvas for Log {
    fn draw_point(&mut self, (x, y): (i32, i32)) {
        self.0.push(format!("{x}, {y}"));
    }
}
