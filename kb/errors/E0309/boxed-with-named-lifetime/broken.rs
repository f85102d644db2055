use std::fmt::Display;

pub struct Cell<'a> {
    pub shown: Box<dyn Display + 'a>,
}

pub fn cell<'a, T: Display>(value: T) -> Cell<'a> {
    Cell {
        shown: Box::new(value),
    }
}
