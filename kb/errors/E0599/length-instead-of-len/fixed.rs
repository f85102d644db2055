pub struct Outbox {
    pending: Vec<String>,
    limit: usize,
}

impl Outbox {
    pub fn is_full(&self) -> bool {
        self.pending.len() >= self.limit
    }
}
