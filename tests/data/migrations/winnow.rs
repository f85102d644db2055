use winnow::ascii::{digit1, space0};
use winnow::combinator::{preceded, separated};
use winnow::{Located, PResult, Parser};

fn number(input: &mut Located<&str>) -> PResult<u32> {
    preceded(space0, digit1.parse_to()).parse_next(input)
}

fn numbers(input: &mut Located<&str>) -> PResult<Vec<u32>> {
    separated(1.., number, ',').parse_next(input)
}

fn tail<'i>(input: &mut &'i str) -> PResult<&'i str> {
    preceded("PResult:", winnow::combinator::rest).parse_next(input)
}

fn main() {
    for text in ["1, 22,3", "7 rest", "x", ""] {
        println!("{:?}", numbers(&mut Located::new(text)).ok());
    }
    println!("{:?} {:?}", tail(&mut "PResult: all").ok(), tail(&mut "none").is_err());
}
