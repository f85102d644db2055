struct Parser<'a> {
    rest: &'a str,
}

impl<'a> Parser<'a> {
    fn next_word(&'a mut self) -> Option<&'a str> {
        let (word, rest) = self.rest.split_once(' ')?;
        self.rest = rest;
        Some(word)
    }
}

fn main() {
    let mut parser = Parser {
        rest: "GET /orders HTTP",
    };
    let method = parser.next_word();
    let path = parser.next_word();
    println!("{method:?} {path:?}");
}
