use std::collections::HashMap;
use std::sync::{Arc, Mutex};

pub type Handler = Box<dyn Fn(&str) -> Result<(), String> + Send>;

#[derive(Default)]
pub struct Bus {
    pub handlers: Arc<Mutex<HashMap<String, Vec<Handler>>>>,
}
