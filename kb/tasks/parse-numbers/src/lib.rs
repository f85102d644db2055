//! Numbers as people type them.

use std::fmt;
use std::num::{IntErrorKind, ParseIntError};
use std::str::FromStr;

/// Returns the number that the user typed.
///
/// # Errors
///
/// Says in words for the user what is wrong.
pub fn age(text: &str) -> Result<u8, String> {
    text.trim().parse().map_err(|error: ParseIntError| {
        match error.kind() {
            IntErrorKind::Empty => "please type a number",
            IntErrorKind::PosOverflow => "nobody is that old",
            _ => "that is no whole number of years",
        }
        .to_owned()
    })
}

/// Returns a finite decimal number; both `1.5` and `1,5` will do.
pub fn decimal(text: &str) -> Option<f64> {
    let value: f64 = text.trim().replacen(',', ".", 1).parse().ok()?;
    value.is_finite().then_some(value)
}

/// Returns a number in which apostrophes, underscores or blanks part the thousands.
pub fn grouped(text: &str) -> Option<i64> {
    let text = text.trim();
    let (sign, digits) = match text.strip_prefix('-') {
        Some(rest) => ("-", rest),
        None => ("", text),
    };
    let mut groups = digits.split(['_', '\'', ' ']);
    let first = groups.next()?;
    let rest: Vec<&str> = groups.collect();
    let well_parted = rest.is_empty()
        || ((1..=3).contains(&first.len()) && rest.iter().all(|group| group.len() == 3));
    let all_digits = digits
        .bytes()
        .all(|b| b.is_ascii_digit() || b"_' ".contains(&b));
    (well_parted && all_digits)
        .then(|| format!("{sign}{first}{}", rest.concat()).parse().ok())
        .flatten()
}

/// A size in bytes that can be read from `512`, `20k` or `1.5M` (powers of 1024).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Size(pub u64);

/// The text is no size, or one too large.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotASize;

impl fmt::Display for NotASize {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a size is a number with k, M or G after it")
    }
}

impl std::error::Error for NotASize {}

impl FromStr for Size {
    type Err = NotASize;

    fn from_str(text: &str) -> Result<Self, NotASize> {
        let text = text.trim();
        let units = [('k', 1_u64 << 10), ('M', 1 << 20), ('G', 1 << 30)];
        let found = units
            .iter()
            .find_map(|(unit, factor)| Some((text.strip_suffix(*unit)?, *factor)));
        let (number, factor) = found.unwrap_or((text, 1));
        if let Ok(whole) = number.parse::<u64>() {
            return whole.checked_mul(factor).map(Self).ok_or(NotASize);
        }
        let bytes = decimal(number).ok_or(NotASize)? * factor as f64;
        // above 2^53 a float no longer knows the single byte
        (0.0..9e15)
            .contains(&bytes)
            .then(|| Self(bytes.round() as u64))
            .ok_or(NotASize)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn users_get_words_for_what_is_wrong() {
        assert_eq!(age(" 42 "), Ok(42));
        assert_eq!(age(""), Err("please type a number".to_owned()));
        assert_eq!(age("300"), Err("nobody is that old".to_owned()));
        assert_eq!(
            age("4.5"),
            Err("that is no whole number of years".to_owned())
        );
        assert_eq!(
            age("-3"),
            Err("that is no whole number of years".to_owned())
        );
    }

    #[test]
    fn decimals_are_finite() {
        assert_eq!(decimal("1,5"), Some(1.5));
        assert_eq!(decimal("-2e3"), Some(-2000.0));
        assert_eq!(decimal("inf"), None);
        assert_eq!(decimal("NaN"), None);
        assert_eq!(decimal("1,000,000"), None);
    }

    #[test]
    fn thousands_may_be_parted_where_they_belong() {
        assert_eq!(grouped("1_234_567"), Some(1_234_567));
        assert_eq!(grouped("-12'000"), Some(-12_000));
        assert_eq!(grouped("1234"), Some(1234));
        assert_eq!(grouped("12_34"), None);
        assert_eq!(grouped("1__000"), None);
        assert_eq!(grouped("--1"), None);
        assert_eq!(grouped(""), None);
    }

    #[test]
    fn a_type_of_its_own_parses_like_any_number() {
        assert_eq!("512".parse(), Ok(Size(512)));
        assert_eq!("20k".parse(), Ok(Size(20_480)));
        assert_eq!("1.5M".parse(), Ok(Size(1_572_864)));
        assert_eq!("-1k".parse::<Size>(), Err(NotASize));
        assert_eq!("18446744073709551615".parse(), Ok(Size(u64::MAX)));
        assert_eq!("18446744073709551615k".parse::<Size>(), Err(NotASize));
        assert_eq!("k".parse::<Size>(), Err(NotASize));
    }

    #[test]
    fn other_bases() {
        assert_eq!(i64::from_str_radix("-ff", 16), Ok(-255));
        assert!(u8::from_str_radix("0x1f", 16).is_err());
        assert_eq!("0".parse::<std::num::NonZeroU8>().ok(), None);
    }
}
