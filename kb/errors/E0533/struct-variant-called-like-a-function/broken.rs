pub enum Shape {
    Circle { radius: f64 },
    Square(f64),
}

pub fn shapes(size: f64) -> [Shape; 2] {
    [Shape::Circle(size), Shape::Square(size)]
}
