pub struct Parser<'a> {
    input: &'a str,
    position: usize,
}

impl<'a> Parser<'a> {
    pub fn rest(&self) -> &'a str {
        &self.input[self.position..]
    }
}
