use std::sync::Mutex;

pub struct Outbox {
    pub pending: Mutex<Vec<String>>,
}

pub async fn send(_message: &str) {}

pub async fn send_next(outbox: &Outbox) {
    let mut pending = outbox.pending.lock().unwrap();
    if let Some(message) = pending.pop() {
        send(&message).await;
    }
}
