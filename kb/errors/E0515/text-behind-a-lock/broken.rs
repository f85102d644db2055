use std::sync::Mutex;

pub struct Account {
    name: Mutex<String>,
}

impl Account {
    pub fn name(&self) -> &String {
        &self.name.lock().unwrap()
    }
}
