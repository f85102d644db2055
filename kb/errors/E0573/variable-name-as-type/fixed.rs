pub fn parse_line(line: &str) -> Option<f64> {
    line.trim().parse().ok()
}

pub fn total(log: &str, parser: impl Fn(&str) -> Option<f64>) -> f64 {
    log.lines().filter_map(parser).sum()
}
