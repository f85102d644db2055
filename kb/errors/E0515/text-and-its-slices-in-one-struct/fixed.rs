use std::ops::Range;

pub struct Document {
    text: String,
    lines: Vec<Range<usize>>,
}

impl Document {
    pub fn line(&self, number: usize) -> Option<&str> {
        self.lines
            .get(number)
            .map(|range| &self.text[range.clone()])
    }
}

pub fn load(text: String) -> Document {
    let mut lines = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        lines.push(start..start + line.trim_end_matches(['\r', '\n']).len());
        start += line.len();
    }
    Document { text, lines }
}
