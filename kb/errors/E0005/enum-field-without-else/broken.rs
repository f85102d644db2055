pub enum Message {
    Ping,
    Chat { text: String },
    Bye,
}

pub fn chat_text(message: Message) -> Result<String, String> {
    let Message::Chat { text } = message;
    Ok(text.trim().to_string())
}
