pub enum Shape {
    Circle(f64),
    Rect(f64, f64),
}

pub fn area(shape: &Shape) -> f64 {
    match shape {
        Shape::Circle(radius) => std::f64::consts::PI * radius * radius,
        Shape::Rect(width, height) => width * height,
    }
}
