pub fn is_urgent(subject: &str) -> bool {
    let shouting = subject.to_uppercase();
    shouting.contains("URGENT") || shouting.contains("ASAP")
}

pub fn is_reply(subject: &str) -> bool {
    subject.starts_with("Re: ")
}
