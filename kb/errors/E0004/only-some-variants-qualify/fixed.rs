pub enum Message {
    Get(String),
    Put(String, Vec<u8>),
    Ack,
    Bye,
}

pub fn is_complete_request(message: &Message) -> bool {
    match message {
        Message::Get(key) => !key.is_empty(),
        Message::Put(key, body) => !key.is_empty() && !body.is_empty(),
        _ => false,
    }
}
