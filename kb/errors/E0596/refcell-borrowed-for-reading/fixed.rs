use std::cell::RefCell;

pub struct Log {
    lines: RefCell<Vec<String>>,
}

impl Log {
    pub fn write(&self, line: &str) {
        self.lines.borrow_mut().push(line.to_string());
    }
}
