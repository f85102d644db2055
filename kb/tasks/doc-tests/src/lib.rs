//! Percentages that cannot be out of range.
//!
//! ```
//! use doc_tests::Percent;
//!
//! let tax = Percent::new(19)?;
//! assert_eq!(tax.of(200), 38);
//! # Ok::<(), doc_tests::OutOfRange>(())
//! ```

use std::fmt;
use std::str::FromStr;

/// A whole number from 0 to 100.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Percent(u8);

/// The number is more than 100, or no number at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OutOfRange;

impl fmt::Display for OutOfRange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a percentage is a number from 0 to 100")
    }
}

impl std::error::Error for OutOfRange {}

impl Percent {
    /// Make one.
    ///
    /// # Errors
    ///
    /// If the number is more than 100:
    ///
    /// ```
    /// # use doc_tests::{OutOfRange, Percent};
    /// assert_eq!(Percent::new(101), Err(OutOfRange));
    /// ```
    ///
    /// The field is private, so there is no way around the check:
    ///
    /// ```compile_fail,E0423
    /// let wrong = doc_tests::Percent(101);
    /// ```
    pub fn new(number: u8) -> Result<Self, OutOfRange> {
        if number > 100 {
            return Err(OutOfRange);
        }
        Ok(Self(number))
    }

    /// This share of an amount, rounded half up.
    pub fn of(self, amount: u64) -> u64 {
        // 128 bits hold a hundred times any amount.
        let share = (u128::from(amount) * u128::from(self.0) + 50) / 100;
        u64::try_from(share).expect("no more than the amount")
    }

    /// What is missing to 100.
    ///
    /// ```
    /// # use doc_tests::Percent;
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// let done: Percent = "30%".parse()?;
    /// assert_eq!(done.rest().to_string(), "70%");
    /// # Ok(())
    /// # }
    /// ```
    #[must_use]
    pub fn rest(self) -> Self {
        Self(100 - self.0)
    }

    /// So many parts of a whole, rounded down.
    ///
    /// # Panics
    ///
    /// If the whole is 0 or smaller than the parts:
    ///
    /// ```should_panic
    /// doc_tests::Percent::from_parts(2, 1);
    /// ```
    pub fn from_parts(parts: u32, whole: u32) -> Self {
        assert!(whole > 0 && parts <= whole, "{parts} of {whole}");
        let number = u64::from(parts) * 100 / u64::from(whole);
        Self(u8::try_from(number).expect("at most 100"))
    }
}

impl fmt::Display for Percent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}%", self.0)
    }
}

impl FromStr for Percent {
    type Err = OutOfRange;

    fn from_str(text: &str) -> Result<Self, OutOfRange> {
        let number = text.strip_suffix('%').unwrap_or(text);
        number
            .trim()
            .parse()
            .map_err(|_| OutOfRange)
            .and_then(Self::new)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_are_rounded_half_up_and_never_overflow() {
        let half = Percent::new(50).expect("in range");
        assert_eq!(half.of(3), 2);
        assert_eq!(half.of(0), 0);
        assert_eq!(Percent::new(100).expect("in range").of(u64::MAX), u64::MAX);
    }

    #[test]
    fn parts_of_a_whole() {
        assert_eq!(Percent::from_parts(2, 3).to_string(), "66%");
        assert_eq!(Percent::from_parts(u32::MAX, u32::MAX).to_string(), "100%");
    }

    #[test]
    fn text_is_checked() {
        for text in ["101", "-1", "", "%", "1.5%", "10%%"] {
            assert_eq!(text.parse::<Percent>(), Err(OutOfRange), "{text}");
        }
        assert_eq!("7 %".parse(), Percent::new(7));
    }
}
