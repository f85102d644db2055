pub struct Lexer<'a> {
    pub rest: &'a str,
}

pub struct Parser {
    pub lexer: Lexer,
    pub depth: usize,
}

pub fn is_done(lexer: &Lexer) -> bool {
    lexer.rest.is_empty()
}
