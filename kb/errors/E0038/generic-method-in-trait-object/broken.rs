use std::fmt::Display;

pub trait Sink {
    fn write<T: Display>(&mut self, value: &T);
}

pub fn write_header(sink: &mut dyn Sink, columns: &[&str]) {
    for column in columns {
        sink.write(column);
    }
}
