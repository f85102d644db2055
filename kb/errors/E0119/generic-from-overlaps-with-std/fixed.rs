use std::fmt;

pub struct Label {
    text: String,
}

impl fmt::Display for Label {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl From<String> for Label {
    fn from(text: String) -> Self {
        Label { text }
    }
}

impl From<u64> for Label {
    fn from(number: u64) -> Self {
        Label {
            text: number.to_string(),
        }
    }
}
