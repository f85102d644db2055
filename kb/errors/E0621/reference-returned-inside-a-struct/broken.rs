pub struct Token<'a> {
    pub text: &'a str,
    pub line: usize,
}

pub fn first<'a>(source: &str, line: usize) -> Token<'a> {
    Token {
        text: source.trim(),
        line,
    }
}
