pub const LIMIT: usize = 100;

pub fn fits(lines: &[String]) -> bool {
    lines.len() <= LIMIT
}

pub const LIMIT: usize = 250;

pub fn rest(lines: &[String]) -> usize {
    LIMIT.saturating_sub(lines.len())
}
