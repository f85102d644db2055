pub struct Parser<'a> {
    input: String,
    position: usize,
}

impl<'a> Parser<'a> {
    pub fn rest(&self) -> &str {
        &self.input[self.position..]
    }
}
