pub struct Words<'a> {
    rest: &'a str,
}

impl<'a> Iterator for Words<'a> {
    type Item = &'a str;

    fn next(&mut self) -> Option<Self::Item> {
        let (word, rest) = match self.rest.split_once(' ') {
            Some(parts) => parts,
            None => (self.rest, ""),
        };
        self.rest = rest.trim_start();
        (!word.is_empty()).then_some(word)
    }
}

pub fn words(text: &str) -> Words<'_> {
    Words { rest: text.trim() }
}
