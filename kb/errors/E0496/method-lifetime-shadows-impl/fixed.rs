pub struct Parser<'a> {
    text: &'a str,
}

impl<'a> Parser<'a> {
    pub fn new(text: &'a str) -> Self {
        Parser { text }
    }

    pub fn prefix<'w>(&self, wanted: &'w str) -> Option<&'w str> {
        self.text.starts_with(wanted).then_some(wanted)
    }
}
