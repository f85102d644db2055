use nom::branch::alt;
use nom::bytes::complete::tag;
use nom::character::complete::{alpha1, char, digit1, space0};
use nom::combinator::map_res;
use nom::error::ParseError;
use nom::multi::separated_list1;
use nom::sequence::{delimited, preceded};
use nom::IResult;

fn number(input: &str) -> IResult<&str, u32> {
    map_res(digit1, str::parse)(input)
}

fn numbers(input: &str) -> IResult<&str, Vec<u32>> {
    preceded(alt((tag("n:"), tag("numbers:"))), separated_list1(char(','), number))(input)
}

fn spaced<'a, O, E: ParseError<&'a str>, F>(inner: F) -> impl FnMut(&'a str) -> IResult<&'a str, O, E>
where
    F: FnMut(&'a str) -> IResult<&'a str, O, E>,
{
    delimited(space0, inner, space0)
}

fn named<'a>(name: &'a str) -> impl FnMut(&'a str) -> IResult<&'a str, &'a str> {
    preceded(tag(name), spaced(preceded(char('='), spaced(alpha1))))
}

fn main() {
    for text in ["k = v;", "j = v"] {
        let found = named("k")(text);
        println!("{found:?}");
    }
    for text in ["n:1,2,3", "numbers:42 rest", "n:", "x:1", "n:99999999999"] {
        println!("{:?}", numbers(text));
    }
}
