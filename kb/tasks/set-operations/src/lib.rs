//! Who may do what: permissions as sets.

use std::collections::BTreeSet;

/// A set of names.
pub type Names = BTreeSet<String>;

/// Makes a set of `names`.
pub fn names<'a>(names: impl IntoIterator<Item = &'a str>) -> Names {
    names.into_iter().map(str::to_owned).collect()
}

/// What has to change to get from one set of permissions to another.
#[derive(Debug, PartialEq, Eq)]
pub struct Changes<'a> {
    pub grant: Vec<&'a str>,
    pub revoke: Vec<&'a str>,
    pub keep: usize,
}

/// Returns how to get from the permissions `now` to those `wanted`.
pub fn changes<'a>(now: &'a Names, wanted: &'a Names) -> Changes<'a> {
    Changes {
        grant: wanted.difference(now).map(String::as_str).collect(),
        revoke: now.difference(wanted).map(String::as_str).collect(),
        keep: now.intersection(wanted).count(),
    }
}

/// Returns what every set holds; None where there is no set.
pub fn common(sets: &[Names]) -> Option<Names> {
    let (first, rest) = sets.split_first()?;
    let everywhere = first
        .iter()
        .filter(|name| rest.iter().all(|set| set.contains(*name)));
    Some(everywhere.cloned().collect())
}

/// Returns how alike two sets are, from 0 (nothing in common) to 1 (the same).
pub fn similarity(left: &Names, right: &Names) -> f64 {
    let either = left.union(right).count();
    if either == 0 {
        return 1.0; // two empty sets are the same
    }
    left.intersection(right).count() as f64 / either as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_difference_has_to_be_done() {
        let (now, wanted) = (names(["read", "write"]), names(["read", "share", "admin"]));
        let expected = Changes {
            grant: vec!["admin", "share"],
            revoke: vec!["write"],
            keep: 1,
        };
        assert_eq!(changes(&now, &wanted), expected);
    }

    #[test]
    fn what_all_have() {
        let sets = [
            names(["a", "b", "c"]),
            names(["b", "c", "d"]),
            names(["c", "b"]),
        ];
        assert_eq!(common(&sets), Some(names(["b", "c"])));
        assert_eq!(common(&sets[..1]), Some(sets[0].clone()));
        assert_eq!(common(&[]), None);
    }

    #[test]
    fn operators_make_new_sets() {
        let (left, right) = (names(["a", "b"]), names(["b", "c"]));
        assert_eq!(&left | &right, names(["a", "b", "c"]));
        assert_eq!(&left & &right, names(["b"]));
        assert_eq!(&left - &right, names(["a"]));
        assert_eq!(&left ^ &right, names(["a", "c"]));
        assert!((&left & &right).is_subset(&left));
        assert!((&left - &right).is_disjoint(&right));
    }

    #[test]
    fn likeness_has_a_measure() {
        assert_eq!(
            similarity(&names(["a", "b"]), &names(["b", "c"])),
            1.0 / 3.0
        );
        assert_eq!(similarity(&names([]), &names([])), 1.0);
        assert_eq!(similarity(&names(["a"]), &names([])), 0.0);
    }
}
