pub enum Message {
    Get(String),
    Put(String, Vec<u8>),
    Ack,
    Bye,
}

pub fn is_request(message: &Message) -> bool {
    match message {
        Message::Get(_) => true,
        Message::Put(..) => true,
        _ => false,
    }
}
