pub struct Parser<'a> {
    pub rest: &'a str,
}

impl<'a> Parser<'a> {
    pub fn is_done(&self) -> bool {
        self.rest.trim().is_empty()
    }

    pub fn rest(&self) -> &'a str {
        self.rest
    }
}
