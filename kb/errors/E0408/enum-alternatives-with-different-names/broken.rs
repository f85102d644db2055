pub enum Mail {
    Sent(String),
    Received(String),
}

pub fn partner(mail: &Mail) -> &str {
    match mail {
        Mail::Sent(to) | Mail::Received(from) => to,
    }
}
