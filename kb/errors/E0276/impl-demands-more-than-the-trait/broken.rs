use std::fmt::Display;

pub trait Sink {
    fn save<R: Display>(&mut self, record: R);
}

pub struct Memory {
    rows: Vec<String>,
}

impl Sink for Memory {
    fn save<R: Display + Clone>(&mut self, record: R) {
        self.rows.push(record.to_string());
    }
}
