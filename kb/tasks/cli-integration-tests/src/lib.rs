//! Adding up columns of numbers.

use std::fmt;

/// A line that is no number.
#[derive(Debug, PartialEq, Eq)]
pub struct BadLine {
    /// Its number, from 1.
    pub line: usize,
    /// What stands there.
    pub text: String,
}

impl fmt::Display for BadLine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: {:?} is no number", self.line, self.text)
    }
}

impl std::error::Error for BadLine {}

/// The sum of one number per line; blank lines count for nothing.
pub fn sum(text: &str) -> Result<i128, BadLine> {
    text.lines()
        .enumerate()
        .filter(|(_, line)| !line.trim().is_empty())
        .map(|(index, line)| {
            line.trim()
                .parse::<i64>()
                .map(i128::from)
                .map_err(|_| BadLine {
                    line: index + 1,
                    text: line.to_owned(),
                })
        })
        .sum()
}
