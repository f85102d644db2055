//! Numbers in the base one likes.

use std::fmt;

/// Why a text is no number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BaseError {
    /// Only bases from 2 to 36 have digits.
    NoSuchBase(u32),
    Empty,
    WrongDigit(char),
    TooLarge,
}

impl fmt::Display for BaseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoSuchBase(base) => write!(f, "there are no digits for base {base}"),
            Self::Empty => write!(f, "there is no digit"),
            Self::WrongDigit(digit) => write!(f, "{digit:?} is no digit of this base"),
            Self::TooLarge => write!(f, "the number is too large"),
        }
    }
}

impl std::error::Error for BaseError {}

/// Returns `number` in `base`, with lower-case letters for the digits from 10 on.
///
/// # Errors
///
/// Fails where the base is not within 2 to 36.
pub fn to_base(number: i64, base: u32) -> Result<String, BaseError> {
    check(base)?;
    let mut digits = Vec::new();
    let mut rest = number.unsigned_abs();
    loop {
        // the remainder is smaller than the base, so it is a digit of it
        let digit = (rest % u64::from(base)) as u32;
        digits.extend(char::from_digit(digit, base));
        rest /= u64::from(base);
        if rest == 0 {
            break;
        }
    }
    if number < 0 {
        digits.push('-');
    }
    Ok(digits.iter().rev().collect())
}

/// Returns the number that `text` is in `base`; underscores may part its digits.
///
/// # Errors
///
/// Says what is wrong with the text.
pub fn from_base(text: &str, base: u32) -> Result<i64, BaseError> {
    check(base)?;
    let (negative, digits) = match text.strip_prefix('-') {
        Some(digits) => (true, digits),
        None => (false, text),
    };
    let mut value: Option<i64> = None;
    for letter in digits.chars().filter(|letter| *letter != '_') {
        let digit = letter.to_digit(base).ok_or(BaseError::WrongDigit(letter))?;
        // added with its sign: the smallest number has no positive counterpart
        let digit = if negative {
            -i64::from(digit)
        } else {
            i64::from(digit)
        };
        let next = value
            .unwrap_or(0)
            .checked_mul(i64::from(base))
            .and_then(|shifted| shifted.checked_add(digit));
        value = Some(next.ok_or(BaseError::TooLarge)?);
    }
    value.ok_or(BaseError::Empty)
}

/// Returns the number of a literal: `255`, `0xff`, `0o377`, `0b1111_1111`, with or without a minus.
///
/// # Errors
///
/// Fails as [`from_base`] does.
pub fn literal(text: &str) -> Result<i64, BaseError> {
    let (sign, digits) = match text.strip_prefix('-') {
        Some(digits) => ("-", digits),
        None => ("", text),
    };
    let bases = [("0x", 16), ("0o", 8), ("0b", 2)];
    let found = bases
        .iter()
        .find_map(|(prefix, base)| Some((digits.strip_prefix(prefix)?, *base)));
    let (digits, base) = found.unwrap_or((digits, 10));
    if digits.starts_with('-') {
        return Err(BaseError::WrongDigit('-'));
    }
    from_base(&format!("{sign}{digits}"), base)
}

fn check(base: u32) -> Result<(), BaseError> {
    if (2..=36).contains(&base) {
        Ok(())
    } else {
        Err(BaseError::NoSuchBase(base))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_and_back_in_every_base() {
        for base in 2..=36 {
            for number in [0, 1, 35, 36, -255, 123_456_789, i64::MAX, i64::MIN] {
                let text = to_base(number, base).unwrap();
                assert_eq!(from_base(&text, base), Ok(number), "{text} in base {base}");
            }
        }
    }

    #[test]
    fn known_numbers() {
        assert_eq!(to_base(255, 16).unwrap(), "ff");
        assert_eq!(to_base(0, 2).unwrap(), "0");
        assert_eq!(to_base(-10, 2).unwrap(), "-1010");
        assert_eq!(from_base("ZZ", 36), Ok(1295));
    }

    #[test]
    fn prefixes_tell_the_base() {
        let texts = ["255", "0xff", "0o377", "0b1111_1111", "-0x10"];
        assert_eq!(
            texts.map(literal),
            [Ok(255), Ok(255), Ok(255), Ok(255), Ok(-16)]
        );
    }

    #[test]
    fn what_is_wrong_is_told() {
        assert_eq!(literal(""), Err(BaseError::Empty));
        assert_eq!(literal("0x"), Err(BaseError::Empty));
        assert_eq!(literal("0b102"), Err(BaseError::WrongDigit('2')));
        assert_eq!(literal("--1"), Err(BaseError::WrongDigit('-')));
        assert_eq!(literal("9223372036854775808"), Err(BaseError::TooLarge));
        assert_eq!(to_base(1, 1), Err(BaseError::NoSuchBase(1)));
    }

    #[test]
    fn the_formatter_knows_three_bases() {
        assert_eq!(
            format!("{:b} {:o} {:X} {:#06x}", 10, 10, 255, 10),
            "1010 12 FF 0x000a"
        );
        assert_eq!(format!("{:x}", -1_i8), "ff");
    }
}
