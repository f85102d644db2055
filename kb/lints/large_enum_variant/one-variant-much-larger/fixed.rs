pub enum Message {
    Ping(u64),
    Frame(Box<[u8; 512]>),
}

pub fn size(message: &Message) -> usize {
    match message {
        Message::Ping(_) => 8,
        Message::Frame(bytes) => bytes.len(),
    }
}
