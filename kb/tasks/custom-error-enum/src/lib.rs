//! Reading a price list, with errors that say what is wrong and where.

use std::error::Error;
use std::fmt;
use std::num::ParseIntError;

/// Why a price list cannot be used.
#[derive(Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum PriceError {
    /// A line is not `name = cents`.
    NoEquals { line: usize },
    /// What follows the sign is no number.
    BadNumber { line: usize, source: ParseIntError },
    /// A name comes twice.
    Duplicate { line: usize, name: String },
    /// There is nothing in it.
    Empty,
}

impl fmt::Display for PriceError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoEquals { line } => write!(f, "line {line} is not `name = cents`"),
            Self::BadNumber { line, .. } => write!(f, "line {line} has no usable number"),
            Self::Duplicate { line, name } => write!(f, "line {line} names {name:?} again"),
            Self::Empty => write!(f, "the price list is empty"),
        }
    }
}

impl Error for PriceError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::BadNumber { source, .. } => Some(source),
            _ => None,
        }
    }
}

/// Reads lines such as `tea = 250`; empty ones are passed over.
///
/// # Errors
///
/// Returns the first thing that is wrong.
pub fn parse_prices(text: &str) -> Result<Vec<(String, u32)>, PriceError> {
    let mut prices: Vec<(String, u32)> = Vec::new();
    let lines = text.lines().enumerate();
    for (line, content) in lines.map(|(index, content)| (index + 1, content.trim())) {
        if content.is_empty() {
            continue;
        }
        let (name, cents) = content
            .split_once('=')
            .ok_or(PriceError::NoEquals { line })?;
        let name = name.trim().to_owned();
        let cents = cents
            .trim()
            .parse()
            .map_err(|source| PriceError::BadNumber { line, source })?;
        if prices.iter().any(|(known, _)| *known == name) {
            return Err(PriceError::Duplicate { line, name });
        }
        prices.push((name, cents));
    }
    if prices.is_empty() {
        return Err(PriceError::Empty);
    }
    Ok(prices)
}

/// Returns an error with all its causes in one line.
pub fn chain(error: &dyn Error) -> String {
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(inner) = cause {
        text.push_str(": ");
        text.push_str(&inner.to_string());
        cause = inner.source();
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_good_list_is_read() {
        let prices = parse_prices("tea = 250\n\ncake=400\n").unwrap();
        assert_eq!(prices, [("tea".to_owned(), 250), ("cake".to_owned(), 400)]);
    }

    #[test]
    fn callers_can_tell_errors_apart() {
        assert_eq!(parse_prices("\n"), Err(PriceError::Empty));
        assert_eq!(
            parse_prices("tea = 1\ntea 2"),
            Err(PriceError::NoEquals { line: 2 })
        );
        let name = "tea".to_owned();
        assert_eq!(
            parse_prices("tea = 1\ntea = 2"),
            Err(PriceError::Duplicate { line: 2, name })
        );
    }

    #[test]
    fn the_cause_is_kept_and_told() {
        let error = parse_prices("tea = -5").unwrap_err();
        assert!(error.source().is_some());
        assert_eq!(
            chain(&error),
            "line 1 has no usable number: invalid digit found in string"
        );
    }
}
