pub struct Token<'a> {
    pub text: &'a str,
    pub line: usize,
}

pub fn first(source: &str, line: usize) -> Token<'_> {
    Token {
        text: source.trim(),
        line,
    }
}
