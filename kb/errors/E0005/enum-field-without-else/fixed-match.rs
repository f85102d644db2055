pub enum Message {
    Ping,
    Chat { text: String },
    Bye,
}

pub fn chat_text(message: Message) -> Result<String, String> {
    match message {
        Message::Chat { text } => Ok(text.trim().to_string()),
        Message::Ping => Err("a ping carries no text".to_string()),
        Message::Bye => Err("the chat is over".to_string()),
    }
}
