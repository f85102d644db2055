use std::sync::Mutex;

pub struct Outbox {
    pub pending: Mutex<Vec<String>>,
}

pub async fn send(_message: &str) {}

pub async fn send_next(outbox: &Outbox) {
    let next = {
        let mut pending = outbox.pending.lock().unwrap();
        pending.pop()
    };
    if let Some(message) = next {
        send(&message).await;
    }
}
