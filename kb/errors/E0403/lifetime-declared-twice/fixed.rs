pub struct Lexer;

impl Lexer {
    pub fn word<'a>(&self, text: &'a str) -> &'a str {
        text.split(' ').next().unwrap_or("")
    }
}
