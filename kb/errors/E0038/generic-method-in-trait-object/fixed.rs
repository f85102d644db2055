use std::fmt::Display;

pub trait Sink {
    fn write(&mut self, value: &dyn Display);
}

pub fn write_header(sink: &mut dyn Sink, columns: &[&str]) {
    for column in columns {
        sink.write(column);
    }
}
