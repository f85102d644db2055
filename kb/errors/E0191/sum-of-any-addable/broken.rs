use std::ops::Add;

pub fn raised(price: Box<dyn Add<f64>>) -> f64 {
    *price + 1.5
}
