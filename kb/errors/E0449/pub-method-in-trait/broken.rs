pub trait Publisher {
    pub fn publish(&mut self, topic: &str, payload: &[u8]);
}
