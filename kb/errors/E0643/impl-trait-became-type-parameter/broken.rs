pub trait Sink {
    fn write_all(&mut self, lines: impl Iterator<Item = String>);
}

pub struct Memory {
    pub lines: Vec<String>,
}

impl Sink for Memory {
    fn write_all<I: Iterator<Item = String>>(&mut self, lines: I) {
        self.lines.extend(lines);
    }
}
