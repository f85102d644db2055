pub fn parse_line(line: &str) -> Option<f64> {
    line.trim().parse().ok()
}

pub fn total(log: &str, parser: parse_line) -> f64 {
    log.lines().filter_map(|line| parser(line)).sum()
}
