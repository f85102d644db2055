pub trait Shape {
    fn area(&self) -> f64;
}

pub fn price(shape: &dyn Shape, per_unit: f64) -> f64 {
    shape.area() * per_unit
}
