pub struct Parser<'a> {
    text: &'a str,
}

impl<'a> Parser<'a> {
    pub fn new(text: &'a str) -> Self {
        Parser { text }
    }

    pub fn prefix<'a>(&self, wanted: &'a str) -> Option<&'a str> {
        self.text.starts_with(wanted).then_some(wanted)
    }
}
