use std::fmt::Display;

pub trait Widget {
    fn draw(&self, width: usize) -> String;
}

pub struct Gauge<T>(pub T);

impl<T: Display> Widget for Gauge<T> {
    fn draw(&self, width: usize) -> String {
        format!("{:>width$}", self.0)
    }
}
