pub fn display_name(nick: Option<String>, email: &str) -> String {
    nick.unwrap_or_else(|_| email.to_string())
}
