use nom::branch::alt;
use nom::bytes::complete::tag;
use nom::character::complete::{char, digit1};
use nom::combinator::map_res;
use nom::multi::separated_list1;
use nom::sequence::preceded;
use nom::IResult;

fn number(input: &str) -> IResult<&str, u32> {
    map_res(digit1, str::parse)(input)
}

fn numbers(input: &str) -> IResult<&str, Vec<u32>> {
    preceded(alt((tag("n:"), tag("numbers:"))), separated_list1(char(','), number))(input)
}

fn main() {
    for text in ["n:1,2,3", "numbers:42 rest", "n:", "x:1", "n:99999999999"] {
        println!("{:?}", numbers(text));
    }
}
