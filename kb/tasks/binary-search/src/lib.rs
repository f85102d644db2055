//! Questions to what is sorted.

use std::ops::Range;

/// A list that stays sorted and holds nothing twice.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct SortedSet<T> {
    items: Vec<T>,
}

impl<T: Ord> SortedSet<T> {
    /// Adds an item; returns whether it is new.
    pub fn insert(&mut self, item: T) -> bool {
        match self.items.binary_search(&item) {
            Ok(_) => false,
            Err(place) => {
                self.items.insert(place, item);
                true
            }
        }
    }

    /// Whether the item is there.
    pub fn contains(&self, item: &T) -> bool {
        self.items.binary_search(item).is_ok()
    }

    /// Returns the items in order.
    pub fn as_slice(&self) -> &[T] {
        &self.items
    }
}

/// Returns where the items that equal `wanted` stand in a sorted slice; where none does, the
/// empty range at the place it belongs.
pub fn equal_range<T: Ord>(sorted: &[T], wanted: &T) -> Range<usize> {
    let start = sorted.partition_point(|item| item < wanted);
    let length = sorted[start..].partition_point(|item| item <= wanted);
    start..start + length
}

/// Returns the item of a sorted slice that is nearest to `wanted`, the smaller of two.
pub fn nearest(sorted: &[i64], wanted: i64) -> Option<i64> {
    let place = sorted.partition_point(|item| *item < wanted);
    let above = sorted.get(place).copied();
    let below = place.checked_sub(1).map(|place| sorted[place]);
    match (below, above) {
        (Some(below), Some(above)) => {
            let is_below = wanted.abs_diff(below) <= above.abs_diff(wanted);
            Some(if is_below { below } else { above })
        }
        (below, above) => below.or(above),
    }
}

/// Returns the smallest number in `range` for which `holds` is true; from there on it must stay so.
pub fn first_that(range: Range<u64>, holds: impl Fn(u64) -> bool) -> Option<u64> {
    let (mut low, mut high) = (range.start, range.end);
    while low < high {
        let middle = low + (high - low) / 2;
        if holds(middle) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    (low < range.end).then_some(low)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_stays_sorted() {
        let mut set = SortedSet::default();
        let new: Vec<_> = [5, 1, 3, 5].map(|n| set.insert(n)).into();
        assert_eq!(new, [true, true, true, false]);
        assert_eq!(set.as_slice(), [1, 3, 5]);
        assert!(set.contains(&3) && !set.contains(&4));
    }

    #[test]
    fn all_equal_ones_are_found() {
        let sorted = [1, 2, 2, 2, 5];
        assert_eq!(equal_range(&sorted, &2), 1..4);
        assert_eq!(equal_range(&sorted, &3), 4..4);
        assert_eq!(equal_range(&sorted, &9), 5..5);
        assert_eq!(equal_range(&[], &1), 0..0);
    }

    #[test]
    fn the_nearest_one() {
        let sorted = [-10, 0, 7];
        assert_eq!(nearest(&sorted, 3), Some(0));
        assert_eq!(nearest(&sorted, 4), Some(7));
        assert_eq!(nearest(&sorted, -5), Some(-10));
        assert_eq!(nearest(&sorted, i64::MAX), Some(7));
        assert_eq!(nearest(&[], 1), None);
    }

    #[test]
    fn an_answer_can_be_searched_for() {
        let root = |n: u64| first_that(0..n + 1, |x| x.checked_mul(x).is_none_or(|s| s >= n));
        assert_eq!((root(49), root(50)), (Some(7), Some(8)));
        assert_eq!(first_that(0..10, |_| false), None);
        assert_eq!(first_that(0..u64::MAX, |n| n > 5), Some(6));
    }
}
