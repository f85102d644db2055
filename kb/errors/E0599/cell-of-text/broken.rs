use std::cell::Cell;

pub struct Field {
    text: Cell<String>,
}

impl Field {
    pub fn width(&self) -> usize {
        self.text.get().len()
    }
}
