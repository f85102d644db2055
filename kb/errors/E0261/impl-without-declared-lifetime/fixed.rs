pub struct Parser<'a> {
    pub rest: &'a str,
}

impl Parser<'_> {
    pub fn is_done(&self) -> bool {
        self.rest.trim().is_empty()
    }
}
