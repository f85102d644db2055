pub struct Message {
    pub body: String,
    pub read: bool,
}

pub fn unread_mentions(messages: &[Message], user: &str) -> usize {
    let mention = format!("@{user}");
    messages
        .iter()
        .filter(|message| !message.read && message.body.includes(&mention))
        .count()
}
