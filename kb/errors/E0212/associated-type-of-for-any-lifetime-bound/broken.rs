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

fn run<P: for<'x> Parser<&'x str>>(parser: &P, text: &str) -> P::Output {
    parser.parse(text)
}

fn main() {
    println!("{}", run(&Length, "hello"));
}
