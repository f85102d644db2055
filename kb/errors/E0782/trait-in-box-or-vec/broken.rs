pub trait Handler {
    fn handle(&self, path: &str) -> Option<String>;
}

pub struct Router {
    pub handlers: Vec<Box<Handler>>,
}

impl Router {
    pub fn route(&self, path: &str) -> Option<String> {
        self.handlers
            .iter()
            .find_map(|handler| handler.handle(path))
    }
}
