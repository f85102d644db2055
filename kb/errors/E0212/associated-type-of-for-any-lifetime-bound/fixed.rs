trait Parser<I> {
    type Output;

    fn parse(&self, input: I) -> Self::Output;
}

struct Length;

impl Parser<&str> for Length {
    type Output = usize;

    fn parse(&self, input: &str) -> usize {
        input.len()
    }
}

fn run<'a, P: Parser<&'a str>>(parser: &P, text: &'a str) -> P::Output {
    parser.parse(text)
}

fn main() {
    println!("{}", run(&Length, "hello"));
}
