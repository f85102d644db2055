use std::fmt::Display;

pub fn push_cell<'a, T: Display + 'a>(row: &mut Vec<Box<dyn Display + 'a>>, value: T) {
    row.push(Box::new(value));
}

pub fn example(row: &mut Vec<Box<dyn Display>>) {
    push_cell(row, 42);
}
