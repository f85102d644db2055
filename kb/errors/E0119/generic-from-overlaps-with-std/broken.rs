use std::fmt;

pub struct Label {
    text: String,
}

impl fmt::Display for Label {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl<T: fmt::Display> From<T> for Label {
    fn from(value: T) -> Self {
        Label {
            text: value.to_string(),
        }
    }
}
