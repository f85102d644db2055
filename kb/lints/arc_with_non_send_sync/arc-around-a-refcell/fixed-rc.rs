use std::cell::RefCell;
use std::rc::Rc;

pub struct Registry {
    pub names: Rc<RefCell<Vec<String>>>,
}

pub fn empty() -> Registry {
    Registry {
        names: Rc::new(RefCell::new(Vec::new())),
    }
}
