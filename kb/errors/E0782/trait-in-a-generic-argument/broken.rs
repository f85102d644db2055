use std::collections::HashMap;
use std::sync::Arc;

pub trait Notifier: Send + Sync {
    fn notify(&self, text: &str);
}

pub struct Hub {
    pub by_channel: HashMap<String, Arc<Notifier>>,
}
