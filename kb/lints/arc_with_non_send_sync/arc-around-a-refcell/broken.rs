use std::cell::RefCell;
use std::sync::Arc;

pub struct Registry {
    pub names: Arc<RefCell<Vec<String>>>,
}

pub fn empty() -> Registry {
    Registry {
        names: Arc::new(RefCell::new(Vec::new())),
    }
}
