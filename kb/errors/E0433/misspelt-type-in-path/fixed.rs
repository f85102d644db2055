pub struct TokenBucket {
    tokens: u32,
}

impl TokenBucket {
    pub fn new(tokens: u32) -> Self {
        TokenBucket { tokens }
    }

    pub fn doubled(&self) -> Self {
        Self::new(self.tokens * 2)
    }
}
