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
        let next = self.waiting.pop().unwrap_or(Token::End);
        std::mem::replace(&mut self.current, next)
    }
}
