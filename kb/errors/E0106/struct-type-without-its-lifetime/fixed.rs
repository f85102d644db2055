pub struct Lexer<'a> {
    pub rest: &'a str,
}

pub struct Parser<'a> {
    pub lexer: Lexer<'a>,
    pub depth: usize,
}

pub fn is_done(lexer: &Lexer) -> bool {
    lexer.rest.is_empty()
}
