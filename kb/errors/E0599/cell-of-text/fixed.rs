use std::cell::RefCell;

pub struct Field {
    text: RefCell<String>,
}

impl Field {
    pub fn width(&self) -> usize {
        self.text.borrow().len()
    }
}
