pub enum Mail {
    Sent(String),
    Received(String),
}

pub fn partner(mail: &Mail) -> &str {
    match mail {
        Mail::Sent(partner) | Mail::Received(partner) => partner,
    }
}
