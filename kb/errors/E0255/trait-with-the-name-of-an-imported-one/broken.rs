use std::fmt::Display;

pub trait Display {
    fn draw(&self, width: usize) -> String;
}

pub struct Gauge<T>(pub T);

impl<T: ToString> Display for Gauge<T> {
    fn draw(&self, width: usize) -> String {
        format!("{:>width$}", self.0.to_string())
    }
}
