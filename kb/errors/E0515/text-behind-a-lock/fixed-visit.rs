use std::sync::Mutex;

pub struct Account {
    name: Mutex<String>,
}

impl Account {
    pub fn with_name<R>(&self, visit: impl FnOnce(&str) -> R) -> R {
        visit(&self.name.lock().unwrap())
    }
}
