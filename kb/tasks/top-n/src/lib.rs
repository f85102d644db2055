//! The best of many.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// Returns the `n` largest of `items`, the largest first, holding no more than `n` at a time.
pub fn largest<T: Ord>(items: impl IntoIterator<Item = T>, n: usize) -> Vec<T> {
    let mut best = BinaryHeap::new();
    for item in items {
        if best.len() < n {
            best.push(Reverse(item));
        } else if let Some(mut worst) = best.peek_mut()
            && item > worst.0
        {
            // the heap puts itself in order when `worst` goes
            *worst = Reverse(item);
        }
    }
    // a reversed order sorted upwards goes downwards
    let sorted = best.into_sorted_vec();
    sorted.into_iter().map(|Reverse(item)| item).collect()
}

/// Returns the `n` of `items` with the smallest key, the smallest first.
pub fn nearest<T, K: Ord>(mut items: Vec<T>, n: usize, key: impl Fn(&T) -> K) -> Vec<T> {
    if n < items.len() {
        items.select_nth_unstable_by_key(n, &key);
        items.truncate(n);
    }
    items.sort_by_key(&key);
    items
}

/// Returns the median of `values`, the lower one of two; None where there are none.
pub fn median(values: &mut [f64]) -> Option<f64> {
    let middle = values.len().checked_sub(1)? / 2;
    let (_, median, _) = values.select_nth_unstable_by(middle, f64::total_cmp);
    Some(*median)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_largest_come_first() {
        assert_eq!(largest([3, 9, 1, 9, 7], 3), [9, 9, 7]);
        assert_eq!(largest(["pear", "fig"], 5), ["pear", "fig"]);
        assert_eq!(largest([1, 2], 0), []);
    }

    #[test]
    fn a_long_stream_needs_little_memory() {
        let stream = (0..1_000_000_u64).map(|n| n * 7919 % 1_000_003);
        let mut all: Vec<u64> = stream.clone().collect();
        all.sort_unstable_by(|a, b| b.cmp(a));
        assert_eq!(largest(stream, 10), all[..10]);
    }

    #[test]
    fn the_nearest_by_a_key() {
        let found = nearest(vec![10, -3, 4, -1, 8], 2, |n: &i32| n.abs());
        assert_eq!(found, [-1, -3]);
        assert_eq!(nearest(vec![2, 1], 2, |n| *n), [1, 2]);
        assert_eq!(nearest(Vec::<u8>::new(), 3, |n| *n), []);
    }

    #[test]
    fn the_middle_one() {
        assert_eq!(median(&mut [5.0, 1.0, 3.0]), Some(3.0));
        assert_eq!(median(&mut [4.0, 1.0, 3.0, 2.0]), Some(2.0));
        assert_eq!(median(&mut []), None);
    }
}
