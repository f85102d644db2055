use std::fmt::Display;

pub fn push_cell<T: Display + 'static>(row: &mut Vec<Box<dyn Display>>, value: T) {
    row.push(Box::new(value));
}

pub fn example(row: &mut Vec<Box<dyn Display>>) {
    push_cell(row, 42);
}
