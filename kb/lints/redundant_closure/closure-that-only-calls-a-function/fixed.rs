fn parse_price(text: &str) -> f64 {
    text.trim().parse().unwrap_or(0.0)
}

pub fn total(line: &str) -> f64 {
    line.split(';').map(parse_price).sum()
}
