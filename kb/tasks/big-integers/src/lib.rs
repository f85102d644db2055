//! Numbers without an upper limit.

use num_bigint::BigUint;

/// Returns the product of all numbers from 1 to `n`.
pub fn factorial(n: u32) -> BigUint {
    // by halves: factors of like size multiply faster than a large one by a small one
    product(1, n)
}

fn product(from: u32, to: u32) -> BigUint {
    match to.checked_sub(from) {
        None => BigUint::from(1_u8),
        Some(0) => BigUint::from(from),
        Some(distance) => {
            let middle = from + distance / 2;
            product(from, middle) * product(middle + 1, to)
        }
    }
}

/// Returns the `n`-th Fibonacci number, counted from 0, in about `log n` multiplications.
pub fn fibonacci(n: u64) -> BigUint {
    fibonacci_pair(n).0
}

/// Returns two neighbours: those at `2k` follow from those at `k`.
fn fibonacci_pair(n: u64) -> (BigUint, BigUint) {
    if n == 0 {
        return (BigUint::ZERO, BigUint::from(1_u8));
    }
    let (a, b) = fibonacci_pair(n / 2);
    let even = &a * ((&b << 1_u8) - &a);
    let odd = &a * &a + &b * &b;
    if n.is_multiple_of(2) {
        (even, odd)
    } else {
        let next = even + &odd;
        (odd, next)
    }
}

/// Returns the sum of the decimal digits.
pub fn digit_sum(number: &BigUint) -> u64 {
    let digits = number.to_radix_le(10);
    digits.into_iter().map(u64::from).sum()
}

/// Whether `text` is a bank account number (IBAN) whose check digits are right.
///
/// The letters count from 10, the first four characters go to the end, and the whole, a number of
/// some thirty digits, leaves 1 when it is divided by 97.
pub fn is_iban(text: &str) -> bool {
    let text: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    if !(15..=34).contains(&text.len()) || !text.bytes().all(|b| b.is_ascii_alphanumeric()) {
        return false;
    }
    let turned = text[4..].chars().chain(text[..4].chars());
    let digits: String = turned
        .filter_map(|c| c.to_digit(36))
        .map(|n| n.to_string())
        .collect();
    let number: Option<BigUint> = digits.parse().ok();
    number.is_some_and(|number| number % 97_u8 == BigUint::from(1_u8))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn factorials_grow_beyond_all_types() {
        assert_eq!(factorial(0), BigUint::from(1_u8));
        assert_eq!(factorial(5), BigUint::from(120_u8));
        assert_eq!(factorial(25).to_string(), "15511210043330985984000000");
        assert_eq!(digit_sum(&factorial(100)), 648);
    }

    #[test]
    fn fibonacci_numbers() {
        let first: Vec<String> = (0..8).map(|n| fibonacci(n).to_string()).collect();
        assert_eq!(first, ["0", "1", "1", "2", "3", "5", "8", "13"]);
        assert_eq!(fibonacci(100).to_string(), "354224848179261915075");
        assert_eq!(fibonacci(1000), fibonacci(999) + fibonacci(998));
    }

    #[test]
    fn only_the_remainder() {
        let [base, exponent, modulus] = [3_u64, 1 << 40, 1_000_000_007].map(BigUint::from);
        let known = (0..40).fold(3_u64, |square, _| square * square % 1_000_000_007);
        assert_eq!(base.modpow(&exponent, &modulus), BigUint::from(known));
    }

    #[test]
    fn account_numbers_check_themselves() {
        assert!(is_iban("DE89 3704 0044 0532 0130 00"));
        assert!(is_iban("GB82WEST12345698765432"));
        assert!(!is_iban("DE89 3704 0044 0532 0130 01"));
        assert!(!is_iban("DE89"));
        assert!(!is_iban("ÄE89 3704 0044 0532 01"));
    }
}
