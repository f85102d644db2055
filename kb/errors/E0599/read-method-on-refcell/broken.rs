use std::cell::RefCell;

pub struct Recorder {
    events: RefCell<Vec<String>>,
}

impl Recorder {
    pub fn record(&self, event: &str) {
        self.events.borrow_mut().push(event.to_string());
    }

    pub fn count_errors(&self) -> usize {
        self.events
            .iter()
            .filter(|e| e.starts_with("error"))
            .count()
    }
}
