//! Everything once.

use std::collections::HashSet;
use std::hash::Hash;

/// Removes from `items` whatever came before, in place.
pub fn remove_duplicates<T: Eq + Hash + Clone>(items: &mut Vec<T>) {
    let mut seen = HashSet::with_capacity(items.len());
    items.retain(|item| seen.insert(item.clone()));
}

/// Returns the items that did not come before; it works on streams, and nothing is copied
/// but the keys.
pub fn unique_by<T, K: Eq + Hash>(
    items: impl IntoIterator<Item = T>,
    mut key: impl FnMut(&T) -> K,
) -> impl Iterator<Item = T> {
    let mut seen = HashSet::new();
    items.into_iter().filter(move |item| seen.insert(key(item)))
}

/// Returns the items that occur more than once, each once, in the order of their second sight.
pub fn repeated<'a, T: Eq + Hash>(items: impl IntoIterator<Item = &'a T>) -> Vec<&'a T> {
    let mut seen = HashSet::new();
    let mut told = HashSet::new();
    let again = items
        .into_iter()
        .filter(|item| !seen.insert(*item) && told.insert(*item));
    again.collect()
}

/// Returns the items sorted and without duplicates, which needs no hash.
pub fn sorted_unique<T: Ord>(mut items: Vec<T>) -> Vec<T> {
    items.sort_unstable();
    items.dedup();
    items
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_stays_where_it_was() {
        let mut fruit = vec!["pear", "fig", "pear", "kiwi", "fig"];
        remove_duplicates(&mut fruit);
        assert_eq!(fruit, ["pear", "fig", "kiwi"]);
    }

    #[test]
    fn a_key_decides_what_is_the_same() {
        let names = ["Ann", "bo", "ANN", "Bo", "Cy"];
        let unique: Vec<_> = unique_by(names, |name| name.to_lowercase()).collect();
        assert_eq!(unique, ["Ann", "bo", "Cy"]);
    }

    #[test]
    fn floats_go_by_their_bits() {
        let unique: Vec<_> = unique_by([0.5, 1.5, 0.5], |value: &f64| value.to_bits()).collect();
        assert_eq!(unique, [0.5, 1.5]);
    }

    #[test]
    fn an_endless_stream_is_fine() {
        let residues: Vec<_> = unique_by((0..).map(|n| n * n % 7), |n: &u32| *n)
            .take(4)
            .collect();
        assert_eq!(residues, [0, 1, 4, 2]);
    }

    #[test]
    fn what_occurs_more_than_once() {
        assert_eq!(repeated(&[1, 2, 1, 3, 2, 1]), [&1, &2]);
        assert!(repeated(&[1, 2, 3]).is_empty());
    }

    #[test]
    fn without_an_order_to_keep_sorting_will_do() {
        assert_eq!(sorted_unique(vec![3, 1, 3, 2, 1]), [1, 2, 3]);
    }
}
