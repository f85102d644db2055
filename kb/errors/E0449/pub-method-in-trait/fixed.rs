pub trait Publisher {
    fn publish(&mut self, topic: &str, payload: &[u8]);
}
