pub trait Handler {
    fn handle(&mut self, payload: &str);
}

#[derive(Default)]
pub struct Counter {
    pub seen: u32,
}

impl Handler for Counter {
    fn handle(&mut self, payload: &str) {
        self.seen += 1;
    }
}
