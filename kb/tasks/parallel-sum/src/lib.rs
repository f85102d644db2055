//! Map and combine the items of a slice on all cores.

use std::num::NonZeroUsize;
use std::thread;

/// Below this many items a single thread is quicker than starting several.
const WORTH_A_THREAD: usize = 1_000;

/// Map every item and combine the results from left to right, starting from `empty`.
///
/// `combine` must be associative with `empty` as its neutral value: `(0, +)`, `(1, *)`,
/// `(String::new(), append)`. The order of the items is kept.
pub fn map_reduce<T, R>(
    items: &[T],
    empty: R,
    map: impl Fn(&T) -> R + Sync,
    combine: impl Fn(R, R) -> R + Sync,
) -> R
where
    T: Sync,
    R: Clone + Send + Sync,
{
    let cores = thread::available_parallelism().map_or(1, NonZeroUsize::get);
    let chunk = items.len().div_ceil(cores).max(WORTH_A_THREAD);
    let fold = |part: &[T]| part.iter().map(&map).fold(empty.clone(), &combine);
    if items.len() <= chunk {
        return fold(items);
    }
    thread::scope(|scope| {
        let fold = &fold;
        // Collected first: all threads are started before the first one is waited for.
        let parts: Vec<_> = items
            .chunks(chunk)
            .map(|part| scope.spawn(move || fold(part)))
            .collect();
        parts
            .into_iter()
            .map(|part| part.join().expect("map or combine panicked"))
            .fold(empty.clone(), &combine)
    })
}

/// The sum of the squares, for which `u64` is wide enough for four billion items.
pub fn sum_of_squares(numbers: &[u32]) -> u128 {
    map_reduce(
        numbers,
        0,
        |&number| u128::from(number) * u128::from(number),
        |a, b| a + b,
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_as_one_after_the_other() {
        let numbers: Vec<u32> = (0..10_007).collect();
        let expected: u128 = numbers.iter().map(|&n| u128::from(n).pow(2)).sum();
        assert_eq!(sum_of_squares(&numbers), expected);
    }

    #[test]
    fn large_squares_do_not_overflow() {
        assert_eq!(
            sum_of_squares(&[u32::MAX, u32::MAX]),
            2 * u128::from(u32::MAX).pow(2)
        );
    }

    #[test]
    fn the_order_of_the_items_is_kept() {
        let numbers: Vec<u32> = (0..5_000).collect();
        let joined = map_reduce(&numbers, String::new(), u32::to_string, |a, b| a + &b);
        let expected: String = numbers.iter().map(u32::to_string).collect();
        assert_eq!(joined, expected);
    }

    #[test]
    fn nothing_gives_the_neutral_value() {
        assert_eq!(sum_of_squares(&[]), 0);
    }
}
