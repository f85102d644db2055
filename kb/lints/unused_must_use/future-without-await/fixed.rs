pub struct Cache {
    pub pending: Vec<String>,
}

impl Cache {
    pub async fn flush(&mut self) {
        self.pending.clear();
    }
}

pub async fn shut_down(mut cache: Cache) -> usize {
    cache.flush().await;
    cache.pending.len()
}
