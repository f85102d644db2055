pub enum Message {
    Text(String),
    Ping,
}

pub fn needs_answer(message: &Message) -> bool {
    match message {
        Message::Text => true,
        Message::Ping => false,
    }
}
