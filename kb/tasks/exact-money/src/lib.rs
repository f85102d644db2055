//! Amounts to the cent.

use std::fmt;
use std::iter::Sum;
use std::ops::Neg;
use std::str::FromStr;

/// An amount of money, owed or owned.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Money {
    cents: i64,
}

/// The text is no amount such as `12.50` or `-3`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotMoney;

impl Money {
    /// Makes an amount from cents.
    pub const fn from_cents(cents: i64) -> Self {
        Self { cents }
    }

    /// Returns the sum; None where it does not fit.
    pub fn plus(self, other: Self) -> Option<Self> {
        self.cents.checked_add(other.cents).map(Self::from_cents)
    }

    /// Returns so many times the amount; None where it does not fit.
    pub fn times(self, count: i64) -> Option<Self> {
        self.cents.checked_mul(count).map(Self::from_cents)
    }

    /// Returns a part in hundredths of a percent (`1900` are 19 %), half a cent rounded away from 0.
    ///
    /// It is None where it does not fit.
    pub fn percent(self, hundredths: u32) -> Option<Self> {
        let exact = i128::from(self.cents) * i128::from(hundredths);
        let rounded = (exact + 5000 * exact.signum()) / 10_000;
        rounded.try_into().ok().map(Self::from_cents)
    }

    /// Splits the amount into `parts` that differ by a cent at most and add up to it.
    ///
    /// # Panics
    ///
    /// Panics where `parts` is 0.
    pub fn split(self, parts: u32) -> Vec<Self> {
        let parts = i64::from(parts);
        let (share, rest) = (self.cents / parts, self.cents % parts);
        (0..parts)
            .map(|index| share + if index < rest.abs() { rest.signum() } else { 0 })
            .map(Self::from_cents)
            .collect()
    }
}

impl Neg for Money {
    type Output = Self;

    fn neg(self) -> Self {
        Self::from_cents(-self.cents)
    }
}

/// Sums options, so that an overflow anywhere is seen in the end.
impl Sum<Money> for Option<Money> {
    fn sum<I: Iterator<Item = Money>>(mut amounts: I) -> Self {
        amounts.try_fold(Money::default(), Money::plus)
    }
}

impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.cents < 0 { "-" } else { "" };
        let cents = self.cents.unsigned_abs();
        f.pad(&format!("{sign}{}.{:02}", cents / 100, cents % 100))
    }
}

impl FromStr for Money {
    type Err = NotMoney;

    fn from_str(text: &str) -> Result<Self, NotMoney> {
        let text = text.trim();
        let (sign, digits) = match text.strip_prefix('-') {
            Some(digits) => ("-", digits),
            None => ("", text),
        };
        let (whole, part) = digits.split_once('.').unwrap_or((digits, "00"));
        let all_digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
        if part.len() != 2 || !all_digits(whole) || !all_digits(part) {
            return Err(NotMoney);
        }
        let cents = format!("{sign}{whole}{part}")
            .parse()
            .map_err(|_| NotMoney)?;
        Ok(Self { cents })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn money(text: &str) -> Money {
        text.parse().unwrap()
    }

    #[test]
    fn cents_add_up() {
        assert_eq!(money("0.10").plus(money("0.20")), Some(money("0.30")));
        let amounts = [money("19.99"), money("5"), money("-0.01")];
        assert_eq!(
            amounts.into_iter().sum::<Option<Money>>(),
            Some(money("24.98"))
        );
        assert_eq!(money("3.33").times(3), Some(money("9.99")));
    }

    #[test]
    fn percentages_are_rounded_as_said() {
        assert_eq!(money("10.50").percent(1900), Some(money("2.00")));
        assert_eq!(money("0.50").percent(100), Some(money("0.01")));
        assert_eq!(money("-0.50").percent(100), Some(money("-0.01")));
        assert_eq!(money("0.49").percent(100), Some(money("0.00")));
    }

    #[test]
    fn no_cent_is_lost() {
        let parts = money("10.00").split(3);
        assert_eq!(parts, [money("3.34"), money("3.33"), money("3.33")]);
        for (amount, count) in [("-0.05", 3), ("0.02", 5), ("99.99", 7)] {
            let sum: Option<Money> = money(amount).split(count).into_iter().sum();
            assert_eq!(sum, Some(money(amount)));
        }
    }

    #[test]
    fn there_and_back_as_text() {
        for text in [
            "0.00",
            "-0.05",
            "1234.50",
            "92233720368547758.07",
            "-92233720368547758.08",
        ] {
            assert_eq!(money(text).to_string(), text);
        }
        assert_eq!(format!("{:>8}", money("-2")), "   -2.00");
    }

    #[test]
    fn anything_else_is_refused() {
        for text in [
            "",
            "-",
            "1.5",
            "1.234",
            ".50",
            "1,50",
            "--1",
            "+1",
            "1e3",
            "92233720368547758.08",
        ] {
            assert_eq!(text.parse::<Money>(), Err(NotMoney), "{text}");
        }
        let most = Money::from_cents(i64::MAX);
        assert_eq!(most.plus(money("0.01")), None);
        assert_eq!(most.percent(20_000), None);
    }
}
