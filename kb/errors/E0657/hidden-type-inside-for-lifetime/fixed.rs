use std::str::SplitWhitespace;

pub trait Source<'a> {
    type Words;

    fn words(&'a self) -> Self::Words;
}

impl<'a> Source<'a> for String {
    type Words = SplitWhitespace<'a>;

    fn words(&'a self) -> Self::Words {
        self.split_whitespace()
    }
}

pub fn greeting() -> impl for<'a> Source<'a, Words = SplitWhitespace<'a>> {
    String::from("good morning")
}
