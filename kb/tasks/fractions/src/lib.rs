//! Parts of a whole, without rounding.

use std::cmp::Ordering;
use std::fmt;
use std::str::FromStr;

/// A fraction in lowest terms. Its denominator is positive.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Fraction {
    numerator: i64,
    denominator: i64,
}

/// Returns the greatest common divisor; that of 0 and a number is the number.
pub fn gcd(a: u128, b: u128) -> u128 {
    if b == 0 { a } else { gcd(b, a % b) }
}

/// Returns the least common multiple; None where it does not fit.
pub fn lcm(a: u64, b: u64) -> Option<u64> {
    let divisor = gcd(a.into(), b.into());
    if divisor == 0 {
        return Some(0);
    }
    let multiple = u128::from(a) / divisor * u128::from(b);
    multiple.try_into().ok()
}

impl Fraction {
    /// Makes a fraction; None where the denominator is 0 or the reduced parts do not fit.
    pub fn new(numerator: i64, denominator: i64) -> Option<Self> {
        Self::reduced(numerator.into(), denominator.into())
    }

    /// Returns the sum, None where it does not fit.
    pub fn plus(self, other: Self) -> Option<Self> {
        let (a, b) = (self.wide(), other.wide());
        Self::reduced(a.0 * b.1 + b.0 * a.1, a.1 * b.1)
    }

    /// Returns the difference, None where it does not fit.
    pub fn minus(self, other: Self) -> Option<Self> {
        let (a, b) = (self.wide(), other.wide());
        Self::reduced(a.0 * b.1 - b.0 * a.1, a.1 * b.1)
    }

    /// Returns the product, None where it does not fit.
    pub fn times(self, other: Self) -> Option<Self> {
        let (a, b) = (self.wide(), other.wide());
        Self::reduced(a.0 * b.0, a.1 * b.1)
    }

    /// Returns the quotient, None where it does not fit or `other` is 0.
    pub fn over(self, other: Self) -> Option<Self> {
        let (a, b) = (self.wide(), other.wide());
        Self::reduced(a.0 * b.1, a.1 * b.0)
    }

    /// Returns the nearest `f64`.
    pub fn to_f64(self) -> f64 {
        self.numerator as f64 / self.denominator as f64
    }

    // products of two i64 always fit into i128, and so do their sums
    fn wide(self) -> (i128, i128) {
        (self.numerator.into(), self.denominator.into())
    }

    fn reduced(numerator: i128, denominator: i128) -> Option<Self> {
        if denominator == 0 {
            return None;
        }
        let divisor = gcd(numerator.unsigned_abs(), denominator.unsigned_abs()).cast_signed();
        let divisor = divisor * denominator.signum();
        Some(Self {
            numerator: i64::try_from(numerator / divisor).ok()?,
            denominator: i64::try_from(denominator / divisor).ok()?,
        })
    }
}

impl Ord for Fraction {
    fn cmp(&self, other: &Self) -> Ordering {
        let (a, b) = (self.wide(), other.wide());
        (a.0 * b.1).cmp(&(b.0 * a.1))
    }
}

impl PartialOrd for Fraction {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Display for Fraction {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.denominator {
            1 => write!(f, "{}", self.numerator),
            denominator => write!(f, "{}/{denominator}", self.numerator),
        }
    }
}

/// The text is no fraction such as `3/4` or `-2`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotAFraction;

impl FromStr for Fraction {
    type Err = NotAFraction;

    fn from_str(text: &str) -> Result<Self, NotAFraction> {
        let (numerator, denominator) = text.split_once('/').unwrap_or((text, "1"));
        let parse = |part: &str| part.trim().parse().map_err(|_| NotAFraction);
        Self::new(parse(numerator)?, parse(denominator)?).ok_or(NotAFraction)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn f(text: &str) -> Fraction {
        text.parse().unwrap()
    }

    #[test]
    fn equal_fractions_are_the_same() {
        assert_eq!(f("2/4"), f("-3/-6"));
        assert_eq!(f("1/-2").to_string(), "-1/2");
        assert_eq!(f("0/7"), f("0"));
    }

    #[test]
    fn nothing_is_rounded() {
        assert_eq!(f("1/10").plus(f("2/10")), Some(f("3/10")));
        assert_eq!(f("1/2").minus(f("2/3")), Some(f("-1/6")));
        assert_eq!(f("2/3").times(f("9/4")), Some(f("3/2")));
        assert_eq!(f("2/3").over(f("-4/9")), Some(f("-3/2")));
        assert_eq!(f("-3/4").to_f64(), -0.75);
    }

    #[test]
    fn what_cannot_be_is_none() {
        assert_eq!(Fraction::new(1, 0), None);
        assert_eq!(f("1/2").over(f("0")), None);
        let large = Fraction::new(i64::MAX, 1).unwrap();
        assert_eq!(large.plus(f("1")), None);
        assert_eq!(large.times(f("1/7")), Some(f("1317624576693539401")));
        assert_eq!(Fraction::new(1, i64::MIN), None);
        assert_eq!(
            Fraction::new(i64::MIN, 2).map(|half| half.to_string()),
            Some("-4611686018427387904".to_owned())
        );
    }

    #[test]
    fn they_have_an_order() {
        let mut fractions = ["1/2", "-3", "2/3", "3/5"].map(f);
        fractions.sort();
        assert_eq!(
            fractions.map(|each| each.to_string()),
            ["-3", "1/2", "3/5", "2/3"]
        );
        assert!(Fraction::new(i64::MAX, 2) > Fraction::new(i64::MAX, 3));
    }

    #[test]
    fn divisors_and_multiples() {
        assert_eq!((gcd(12, 18), gcd(7, 0), gcd(0, 0)), (6, 7, 0));
        assert_eq!(
            (lcm(4, 6), lcm(0, 5), lcm(0, 0)),
            (Some(12), Some(0), Some(0))
        );
        assert_eq!(lcm(u64::MAX, u64::MAX - 1), None);
    }

    #[test]
    fn other_text_is_refused() {
        for text in ["", "1/", "/2", "a/b", "1/2/3", "1.5", "5/0"] {
            assert_eq!(text.parse::<Fraction>(), Err(NotAFraction), "{text}");
        }
    }
}
