pub struct Words {
    rest: String,
}

impl<'a> Iterator for Words {
    type Item = &'a str;

    fn next(&mut self) -> Option<Self::Item> {
        None
    }
}

pub fn words(text: &str) -> Words {
    Words {
        rest: text.trim().to_string(),
    }
}
