use std::fmt::{Debug, Display};

pub struct Report {
    pub fields: Vec<Box<dyn Display + Debug>>,
}

impl Report {
    pub fn text(&self) -> String {
        let parts: Vec<String> = self.fields.iter().map(|f| f.to_string()).collect();
        parts.join(" ")
    }
}
