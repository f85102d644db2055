use std::fmt::{Debug, Display};

pub trait Field: Display + Debug {}

impl<T: Display + Debug> Field for T {}

pub struct Report {
    pub fields: Vec<Box<dyn Field>>,
}

impl Report {
    pub fn text(&self) -> String {
        let parts: Vec<String> = self.fields.iter().map(|f| f.to_string()).collect();
        parts.join(" ")
    }
}
