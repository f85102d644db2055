use std::ops::Add;

pub fn raised<P: Add<f64, Output = f64>>(price: P) -> f64 {
    price + 1.5
}
