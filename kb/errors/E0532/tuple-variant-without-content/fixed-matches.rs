pub enum Message {
    Text(String),
    Ping,
}

pub fn needs_answer(message: &Message) -> bool {
    matches!(message, Message::Text(_))
}
