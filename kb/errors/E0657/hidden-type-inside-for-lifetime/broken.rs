pub trait Source<'a> {
    type Words;

    fn words(&'a self) -> Self::Words;
}

impl<'a> Source<'a> for String {
    type Words = std::str::SplitWhitespace<'a>;

    fn words(&'a self) -> Self::Words {
        self.split_whitespace()
    }
}

pub fn greeting() -> impl for<'a> Source<'a, Words = impl Iterator<Item = &'a str>> {
    String::from("good morning")
}
