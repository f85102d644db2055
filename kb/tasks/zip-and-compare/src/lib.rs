//! Two rows side by side.

use std::cmp::Ordering;

/// The rows are not of the same length.
#[derive(Debug, PartialEq, Eq)]
pub struct LengthsDiffer {
    pub left: usize,
    pub right: usize,
}

/// Returns the sum of the products of each pair.
///
/// # Errors
///
/// Fails where the lengths differ, instead of leaving something out.
pub fn dot_product(left: &[f64], right: &[f64]) -> Result<f64, LengthsDiffer> {
    if left.len() != right.len() {
        return Err(LengthsDiffer {
            left: left.len(),
            right: right.len(),
        });
    }
    Ok(left.iter().zip(right).map(|(a, b)| a * b).sum())
}

/// Pairs the items of both sides to the end of the longer one.
pub fn zip_longest<L, R>(
    left: impl IntoIterator<Item = L>,
    right: impl IntoIterator<Item = R>,
) -> impl Iterator<Item = (Option<L>, Option<R>)> {
    let (mut left, mut right) = (left.into_iter().fuse(), right.into_iter().fuse());
    std::iter::from_fn(move || match (left.next(), right.next()) {
        (None, None) => None,
        pair => Some(pair),
    })
}

/// Returns the numbers, counted from 1, of the lines in which two texts differ.
pub fn differing_lines(left: &str, right: &str) -> Vec<usize> {
    zip_longest(left.lines(), right.lines())
        .zip(1..)
        .filter(|((left, right), _)| left != right)
        .map(|(_, number)| number)
        .collect()
}

/// Merges two sorted sequences into one; of equal items the left one comes first.
pub fn merge<T: Ord>(
    left: impl IntoIterator<Item = T>,
    right: impl IntoIterator<Item = T>,
) -> Vec<T> {
    let (mut left, mut right) = (left.into_iter().peekable(), right.into_iter().peekable());
    let mut merged = Vec::with_capacity(left.size_hint().0 + right.size_hint().0);
    while let (Some(a), Some(b)) = (left.peek(), right.peek()) {
        let next = match a.cmp(b) {
            Ordering::Greater => right.next(),
            Ordering::Less | Ordering::Equal => left.next(),
        };
        merged.extend(next);
    }
    // one of them is at its end
    merged.extend(left.chain(right));
    merged
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pairs_are_multiplied_and_nothing_is_dropped() {
        assert_eq!(dot_product(&[1.0, 2.0], &[3.0, 4.0]), Ok(11.0));
        let error = LengthsDiffer { left: 2, right: 1 };
        assert_eq!(dot_product(&[1.0, 2.0], &[3.0]), Err(error));
    }

    #[test]
    fn the_longer_side_goes_on() {
        let pairs: Vec<_> = zip_longest([1, 2], ['a']).collect();
        assert_eq!(pairs, [(Some(1), Some('a')), (Some(2), None)]);
        assert_eq!(zip_longest([0; 0], [0; 0]).count(), 0);
    }

    #[test]
    fn added_lines_count_as_different() {
        assert_eq!(differing_lines("a\nb\nc", "a\nx\nc\nd"), [2, 4]);
        assert_eq!(differing_lines("same", "same"), []);
    }

    #[test]
    fn sorted_rows_are_merged() {
        assert_eq!(merge([1, 4, 5], [2, 4, 9, 10]), [1, 2, 4, 4, 5, 9, 10]);
        assert_eq!(merge([], [1]), [1]);
    }

    #[test]
    fn pairs_come_apart_again() {
        let (names, ages): (Vec<_>, Vec<_>) = [("Ann", 30), ("Bo", 25)].into_iter().unzip();
        assert_eq!((names, ages), (vec!["Ann", "Bo"], vec![30, 25]));
    }
}
