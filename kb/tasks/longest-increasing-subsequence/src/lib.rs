//! Longest strictly rising subsequences.

/// The indices of a longest sequence in which every element is larger than the one before.
pub fn longest_rising<T: Ord>(items: &[T]) -> Vec<usize> {
    // ends[n]: where a rising sequence of length n + 1 ends with the smallest element.
    let mut ends: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = Vec::with_capacity(items.len());
    for (index, item) in items.iter().enumerate() {
        let length = ends.partition_point(|&end| items[end] < *item);
        before.push(length.checked_sub(1).map(|shorter| ends[shorter]));
        if length == ends.len() {
            ends.push(index);
        } else {
            ends[length] = index;
        }
    }
    let last = ends.last().copied();
    let mut indices: Vec<usize> = std::iter::successors(last, |&index| before[index]).collect();
    indices.reverse();
    indices
}

/// How many elements have to be taken out so that the rest rises.
pub fn removals_to_rise<T: Ord>(items: &[T]) -> usize {
    items.len() - longest_rising(items).len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn values(items: &[i32]) -> Vec<i32> {
        longest_rising(items)
            .into_iter()
            .map(|index| items[index])
            .collect()
    }

    #[test]
    fn gaps_are_allowed() {
        assert_eq!(values(&[3, 1, 4, 1, 5, 9, 2, 6]), [1, 4, 5, 6]);
    }

    #[test]
    fn sorted_falling_and_equal() {
        assert_eq!(values(&[1, 2, 3]), [1, 2, 3]);
        assert_eq!(values(&[3, 2, 1]).len(), 1);
        assert_eq!(values(&[7, 7, 7]), [7]);
        assert!(values(&[]).is_empty());
    }

    #[test]
    fn it_works_for_whatever_can_be_ordered() {
        let words = ["delta", "alpha", "charlie", "bravo", "echo"].map(str::to_owned);
        assert_eq!(longest_rising(&words).len(), 3);
        assert_eq!(removals_to_rise(&words), 2);
    }

    /// The same by the table with a square of steps.
    fn length_slowly(items: &[i32]) -> usize {
        let mut lengths: Vec<usize> = Vec::new();
        for (index, item) in items.iter().enumerate() {
            let longest = (0..index)
                .filter(|&i| items[i] < *item)
                .map(|i| lengths[i])
                .max();
            lengths.push(longest.unwrap_or(0) + 1);
        }
        lengths.into_iter().max().unwrap_or(0)
    }

    #[test]
    fn as_long_as_the_slow_way_finds_and_really_rising() {
        // All lists of seven digits out of four.
        for number in 0..4_i32.pow(7) {
            let items: Vec<i32> = (0..7).map(|place| number / 4_i32.pow(place) % 4).collect();
            let found = values(&items);
            assert!(found.is_sorted_by(|a, b| a < b), "{items:?}");
            assert!(
                longest_rising(&items).is_sorted_by(|a, b| a < b),
                "{items:?}"
            );
            assert_eq!(found.len(), length_slowly(&items), "{items:?}");
        }
    }
}
