pub enum Shape {
    Circle { radius: f64 },
    Dot,
}

pub fn circle(radius: f64) -> Shape {
    if radius > 0.0 {
        Shape::Circle { radius }
    } else {
        Shape::Dot
    }
}
