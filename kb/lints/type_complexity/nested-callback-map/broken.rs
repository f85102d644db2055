use std::collections::HashMap;
use std::sync::{Arc, Mutex};

#[derive(Default)]
pub struct Bus {
    pub handlers: Arc<Mutex<HashMap<String, Vec<Box<dyn Fn(&str) -> Result<(), String> + Send>>>>>,
}
