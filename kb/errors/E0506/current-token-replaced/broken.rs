#[derive(Clone)]
pub enum Token {
    Word(String),
    End,
}

pub struct Lexer {
    current: Token,
    waiting: Vec<Token>,
}

impl Lexer {
    pub fn advance(&mut self) -> Token {
        let token = &self.current;
        self.current = self.waiting.pop().unwrap_or(Token::End);
        token.clone()
    }
}
