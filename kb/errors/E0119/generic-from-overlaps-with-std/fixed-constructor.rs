use std::fmt;

pub struct Label {
    text: String,
}

impl fmt::Display for Label {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl Label {
    pub fn new(value: impl fmt::Display) -> Self {
        Label {
            text: value.to_string(),
        }
    }
}
