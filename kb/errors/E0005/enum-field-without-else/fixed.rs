pub enum Message {
    Ping,
    Chat { text: String },
    Bye,
}

pub fn chat_text(message: Message) -> Result<String, String> {
    let Message::Chat { text } = message else {
        return Err("not a chat message".to_string());
    };
    Ok(text.trim().to_string())
}
