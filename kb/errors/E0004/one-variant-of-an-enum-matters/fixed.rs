pub enum Message {
    Get(String),
    Put(String, Vec<u8>),
    Ack,
    Bye,
}

pub fn is_request(message: &Message) -> bool {
    matches!(message, Message::Get(_) | Message::Put(..))
}
