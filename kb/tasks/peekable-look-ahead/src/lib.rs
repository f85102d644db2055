//! Durations as people write them: `1h30m`, `90s`, `2d 4h`.

use std::fmt;
use std::iter::Peekable;
use std::time::Duration;

/// Why a text is no duration.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DurationError {
    Empty,
    NumberExpected,
    UnitExpected,
    TooLarge,
}

impl fmt::Display for DurationError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Empty => "there is nothing in it",
            Self::NumberExpected => "a number is missing before the unit",
            Self::UnitExpected => "one of d, h, m, s is missing after the number",
            Self::TooLarge => "that is too long",
        })
    }
}

impl std::error::Error for DurationError {}

/// Returns the duration that `text` says.
///
/// # Errors
///
/// Says what was expected where the text does not go on as a duration.
pub fn parse_duration(text: &str) -> Result<Duration, DurationError> {
    let mut chars = text.chars().peekable();
    let mut seconds: u64 = 0;
    skip_blanks(&mut chars);
    if chars.peek().is_none() {
        return Err(DurationError::Empty);
    }
    while chars.peek().is_some() {
        let number = number(&mut chars)?;
        let unit = match chars.next() {
            Some('d') => 86_400,
            Some('h') => 3_600,
            Some('m') => 60,
            Some('s') => 1,
            _ => return Err(DurationError::UnitExpected),
        };
        seconds = number
            .checked_mul(unit)
            .and_then(|part| seconds.checked_add(part))
            .ok_or(DurationError::TooLarge)?;
        skip_blanks(&mut chars);
    }
    Ok(Duration::from_secs(seconds))
}

fn skip_blanks(chars: &mut Peekable<impl Iterator<Item = char>>) {
    while chars.next_if(|c| c.is_whitespace()).is_some() {}
}

fn number(chars: &mut Peekable<impl Iterator<Item = char>>) -> Result<u64, DurationError> {
    let mut value: Option<u64> = None;
    while let Some(digit) = chars.peek().and_then(|c| c.to_digit(10)) {
        chars.next();
        value = value
            .unwrap_or(0)
            .checked_mul(10)
            .and_then(|value| value.checked_add(u64::from(digit)))
            .ok_or(DurationError::TooLarge)?
            .into();
    }
    value.ok_or(DurationError::NumberExpected)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seconds(text: &str) -> Result<u64, DurationError> {
        parse_duration(text).map(|duration| duration.as_secs())
    }

    #[test]
    fn parts_are_added() {
        assert_eq!(seconds("90s"), Ok(90));
        assert_eq!(seconds("1h30m"), Ok(5400));
        assert_eq!(seconds(" 2d 4h  5s "), Ok(187_205));
        assert_eq!(seconds("0s"), Ok(0));
    }

    #[test]
    fn what_is_missing_is_told() {
        assert_eq!(seconds("  "), Err(DurationError::Empty));
        assert_eq!(seconds("h"), Err(DurationError::NumberExpected));
        assert_eq!(seconds("5"), Err(DurationError::UnitExpected));
        assert_eq!(seconds("5 m"), Err(DurationError::UnitExpected));
        assert_eq!(seconds("1h -5m"), Err(DurationError::NumberExpected));
    }

    #[test]
    fn nothing_overflows() {
        assert_eq!(
            seconds("99999999999999999999s"),
            Err(DurationError::TooLarge)
        );
        assert_eq!(
            seconds("18446744073709551615d"),
            Err(DurationError::TooLarge)
        );
        assert_eq!(seconds("18446744073709551615s"), Ok(u64::MAX));
        assert_eq!(
            seconds("18446744073709551615s 1s"),
            Err(DurationError::TooLarge)
        );
    }

    #[test]
    fn taking_while_swallows_one_and_next_if_does_not() {
        let mut plain = "12ab".chars();
        let digits: String = plain.by_ref().take_while(char::is_ascii_digit).collect();
        assert_eq!((digits.as_str(), plain.as_str()), ("12", "b"));
        let mut peeking = "12ab".chars().peekable();
        while peeking.next_if(char::is_ascii_digit).is_some() {}
        assert_eq!(peeking.collect::<String>(), "ab");
    }
}
