pub trait Chooser {
    fn pick<'a>(&self, first: &'a str, second: &'a str) -> &'a str;
}

pub struct Longest;

impl Chooser for Longest {
    fn pick<'a>(&self, first: &'a str, second: &'a str) -> &'a str {
        if first.len() >= second.len() {
            first
        } else {
            second
        }
    }
}
