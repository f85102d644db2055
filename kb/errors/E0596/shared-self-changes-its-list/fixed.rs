#[derive(Default)]
pub struct Log {
    lines: Vec<String>,
}

impl Log {
    pub fn add(&mut self, line: &str) {
        self.lines.push(line.to_string());
    }
}
