pub struct Cursor<'a> {
    rest: &'a str,
}

impl Cursor {
    pub fn is_done(&self) -> bool {
        self.rest.is_empty()
    }
}
