use std::str::FromStr;

pub fn parse_or<T: FromStr>(text: &str, default: T) -> T {
    text.parse().unwrap_or(default)
}

pub fn timeout(text: &str) -> u64 {
    parse_or::<u64, &str>(text, 30)
}
