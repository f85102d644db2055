//! Primes, by trying and by sieving.

/// Whether `number` is prime; it takes about a third of its root of steps.
pub fn is_prime(number: u64) -> bool {
    match number {
        0 | 1 => false,
        2 | 3 => true,
        _ if number.is_multiple_of(2) || number.is_multiple_of(3) => false,
        // all other primes are one more or one less than a multiple of six
        _ => (5..)
            .step_by(6)
            .take_while(|divisor| *divisor <= number / divisor)
            .all(|divisor| !number.is_multiple_of(divisor) && !number.is_multiple_of(divisor + 2)),
    }
}

/// Returns the primes up to `limit`, which is one of them if it is prime.
pub fn primes_up_to(limit: usize) -> Vec<usize> {
    let mut is_crossed_out = vec![false; limit.saturating_add(1)];
    let mut primes = Vec::new();
    for number in 2..=limit {
        if is_crossed_out[number] {
            continue;
        }
        primes.push(number);
        // smaller multiples have a smaller prime in them, and are crossed out already
        if let Some(square) = number.checked_mul(number) {
            for multiple in (square..=limit).step_by(number) {
                is_crossed_out[multiple] = true;
            }
        }
    }
    primes
}

/// Returns the primes whose product is `number`, the smallest first, with how often each is in it.
///
/// For 0 and 1 there are none.
pub fn factors(number: u64) -> Vec<(u64, u32)> {
    let mut found = Vec::new();
    let mut rest = number;
    let mut divisor = 2;
    while rest > 1 && divisor <= rest / divisor {
        let mut times = 0;
        while rest.is_multiple_of(divisor) {
            rest /= divisor;
            times += 1;
        }
        if times > 0 {
            found.push((divisor, times));
        }
        divisor += if divisor == 2 { 1 } else { 2 };
    }
    if rest > 1 {
        found.push((rest, 1));
    }
    found
}

/// Returns the primes one after the other, as long as they fit.
pub fn primes() -> impl Iterator<Item = u64> {
    (2..=u64::MAX).filter(|number| is_prime(*number))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_ones_are_known() {
        let found: Vec<u64> = (0..30).filter(|number| is_prime(*number)).collect();
        assert_eq!(found, [2, 3, 5, 7, 11, 13, 17, 19, 23, 29]);
        assert_eq!(primes_up_to(29), [2, 3, 5, 7, 11, 13, 17, 19, 23, 29]);
    }

    #[test]
    fn edges_of_the_sieve() {
        assert_eq!(primes_up_to(0), []);
        assert_eq!(primes_up_to(1), []);
        assert_eq!(primes_up_to(2), [2]);
    }

    #[test]
    fn both_ways_agree() {
        let sieved = primes_up_to(10_000);
        assert_eq!(sieved.len(), 1229);
        assert!(
            primes()
                .take(1229)
                .eq(sieved.iter().map(|prime| *prime as u64))
        );
    }

    #[test]
    fn squares_of_primes_are_not_prime() {
        assert!(
            [25, 49, 121, 1_000_003 * 1_000_003]
                .iter()
                .all(|number| !is_prime(*number))
        );
        assert!(is_prime(1_000_000_007));
    }

    #[test]
    fn factors_multiply_to_the_number() {
        assert_eq!(factors(360), [(2, 3), (3, 2), (5, 1)]);
        assert_eq!(factors(97), [(97, 1)]);
        assert_eq!(factors(1), []);
        assert_eq!(factors(0), []);
        assert_eq!(factors(1 << 63), [(2, 63)]);
        for number in 2..2000_u64 {
            let product: u64 = factors(number)
                .iter()
                .map(|(prime, times)| prime.pow(*times))
                .product();
            assert_eq!(product, number);
        }
    }
}
