use std::fmt::Display;

pub trait Cell {
    fn text(&self) -> String;
}

impl<T: Display> Cell for T {
    fn text(&self) -> String {
        self.to_string()
    }
}

impl Cell for bool {
    fn text(&self) -> String {
        if *self { "yes" } else { "no" }.to_string()
    }
}
