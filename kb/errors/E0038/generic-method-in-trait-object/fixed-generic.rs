use std::fmt::Display;

pub trait Sink {
    fn write<T: Display>(&mut self, value: &T);
}

pub fn write_header<S: Sink>(sink: &mut S, columns: &[&str]) {
    for column in columns {
        sink.write(column);
    }
}
