pub fn display_name(nick: Option<String>, email: &str) -> String {
    nick.unwrap_or_else(|| email.to_string())
}
