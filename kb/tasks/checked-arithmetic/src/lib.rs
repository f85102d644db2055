//! What to do when a number does not fit, case by case.

/// Returns the price of an order in cents; None where it does not fit.
pub fn price(unit: u32, count: u32, shipping: u32) -> Option<u32> {
    unit.checked_mul(count)?.checked_add(shipping)
}

/// Returns the mean of all values; it is exact, as their sum is kept in a wider type.
pub fn mean(values: &[i64]) -> Option<i64> {
    let sum: i128 = values.iter().copied().map(i128::from).sum();
    let count = i128::try_from(values.len())
        .ok()
        .filter(|count| *count > 0)?;
    i64::try_from(sum / count).ok() // a mean lies between values that fit
}

/// A volume from 0 to 100; turning on at an end changes nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Volume(u8);

impl Volume {
    /// Makes a volume; what is above 100 is 100.
    pub const fn new(level: u8) -> Self {
        Self(if level > 100 { 100 } else { level })
    }

    /// Turns it up, or down where `steps` is negative.
    #[must_use]
    pub fn turned(self, steps: i8) -> Self {
        Self::new(self.0.saturating_add_signed(steps))
    }

    /// Returns the level.
    pub const fn level(self) -> u8 {
        self.0
    }
}

/// Returns a hash of the bytes (FNV-1a): here wrapping is part of the definition.
pub fn hash(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash: u64, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

/// Returns the ticks between two readings of a counter that starts again at 0 after `u32::MAX`.
pub fn ticks_between(earlier: u32, later: u32) -> u32 {
    later.wrapping_sub(earlier)
}

/// Adds two numbers of several digits in base 2^32, the lowest first, as big integers do.
pub fn add_wide(left: &[u32], right: &[u32]) -> Vec<u32> {
    let digit = |digits: &[u32], index: usize| digits.get(index).copied().unwrap_or(0);
    let mut carry = false;
    let mut sum = Vec::new();
    for index in 0..left.len().max(right.len()) {
        let (partial, first) = digit(left, index).overflowing_add(digit(right, index));
        let (whole, second) = partial.overflowing_add(u32::from(carry));
        carry = first || second;
        sum.push(whole);
    }
    if carry {
        sum.push(1);
    }
    sum
}

/// Returns how far apart two places are, whichever comes first.
pub fn distance(left: usize, right: usize) -> usize {
    left.abs_diff(right)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_price_is_right_or_none() {
        assert_eq!(price(250, 4, 500), Some(1500));
        assert_eq!(price(u32::MAX, 2, 0), None);
        assert_eq!(price(u32::MAX, 1, 1), None);
    }

    #[test]
    fn a_wider_type_holds_what_lies_between() {
        assert_eq!(mean(&[i64::MAX, i64::MAX]), Some(i64::MAX));
        assert_eq!(mean(&[i64::MIN, i64::MAX]), Some(0));
        assert_eq!(mean(&[]), None);
    }

    #[test]
    fn a_level_stops_at_its_ends() {
        assert_eq!(Volume::new(95).turned(10), Volume::new(100));
        assert_eq!(Volume::new(5).turned(-128).level(), 0);
        assert_eq!(Volume::new(250).level(), 100);
    }

    #[test]
    fn some_numbers_are_meant_to_wrap() {
        assert_eq!(hash(b""), 0xcbf2_9ce4_8422_2325);
        assert_eq!(hash(b"a"), 0xaf63_dc4c_8601_ec8c);
        assert_eq!(ticks_between(u32::MAX - 1, 3), 5);
    }

    #[test]
    fn carries_go_on() {
        assert_eq!(add_wide(&[u32::MAX, u32::MAX], &[1]), [0, 0, 1]);
        assert_eq!(add_wide(&[1, 2], &[3]), [4, 2]);
        assert_eq!(add_wide(&[], &[]), []);
    }

    #[test]
    fn what_the_operators_do_not_do() {
        assert_eq!(distance(3, 10), distance(10, 3));
        assert_eq!(3_usize.checked_sub(10), None);
        assert_eq!(i32::MIN.checked_div(-1), None);
        assert_eq!(i32::MIN.checked_abs(), None);
        assert_eq!(u8::try_from(300).ok(), None);
        assert_eq!(300_i32 as u8, 44);
    }
}
