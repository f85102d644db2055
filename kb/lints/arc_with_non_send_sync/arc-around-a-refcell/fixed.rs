use std::sync::{Arc, Mutex};

pub struct Registry {
    pub names: Arc<Mutex<Vec<String>>>,
}

pub fn empty() -> Registry {
    Registry {
        names: Arc::new(Mutex::new(Vec::new())),
    }
}
