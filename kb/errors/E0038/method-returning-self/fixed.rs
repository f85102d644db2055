pub trait Shape {
    fn area(&self) -> f64;
    fn duplicate(&self) -> Box<dyn Shape>;
}

pub struct Drawing {
    pub shapes: Vec<Box<dyn Shape>>,
}

impl Drawing {
    pub fn area(&self) -> f64 {
        self.shapes.iter().map(|shape| shape.area()).sum()
    }
}
