//! Literals for maps and sets.

/// A `HashMap` of keys and values; a later key replaces an equal one before it.
///
/// ```
/// let ages = macro_collection_literal::hash_map! { "Ada" => 36, "Alan" => 41 };
/// assert_eq!(ages["Ada"], 36);
/// ```
#[macro_export]
macro_rules! hash_map {
    () => { ::std::collections::HashMap::new() };
    ($($key:expr => $value:expr),+ $(,)?) => {
        ::std::collections::HashMap::from([$(($key, $value)),+])
    };
}

/// A `BTreeSet` of values.
///
/// ```
/// let set = macro_collection_literal::sorted_set![3, 1, 3];
/// assert_eq!(set.into_iter().collect::<Vec<_>>(), [1, 3]);
/// ```
#[macro_export]
macro_rules! sorted_set {
    ($($value:expr),* $(,)?) => {
        ::std::collections::BTreeSet::from([$($value),*])
    };
}

/// A map from every name to its list of values, for tables written by hand.
///
/// ```
/// let roads = macro_collection_literal::lists! { "Ulm": ["Bonn", "Kiel"], "Kiel": [] };
/// assert_eq!(roads["Ulm"].len(), 2);
/// ```
#[macro_export]
macro_rules! lists {
    // A repetition within a repetition: the inner one may be empty.
    ($($name:literal : [$($value:expr),* $(,)?]),* $(,)?) => {
        ::std::collections::BTreeMap::from([
            $(($name, ::std::vec![$($value),*])),*
        ])
    };
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, HashMap};

    #[test]
    fn keys_and_values_are_any_expressions() {
        let base = 10;
        let map = hash_map! {
            format!("a{}", 1) => base + 1,
            "b".to_owned() => { base * 2 },
        };
        assert_eq!(map["a1"], 11);
        assert_eq!(map["b"], 20);
        assert_eq!(map.len(), 2);
    }

    #[test]
    fn an_empty_map_takes_its_type_from_its_use() {
        let map: HashMap<String, Vec<u8>> = hash_map! {};
        assert!(map.is_empty());
        assert!(sorted_set![].is_subset(&sorted_set![1]));
    }

    #[test]
    fn each_expression_is_evaluated_once() {
        let mut calls = 0;
        let mut next = || {
            calls += 1;
            calls
        };
        let map = hash_map! { "first" => next(), "second" => next() };
        assert_eq!((map["first"], map["second"]), (1, 2));
        assert_eq!(calls, 2);
    }

    #[test]
    fn the_last_of_equal_keys_stays() {
        assert_eq!(hash_map! { 1 => 'a', 1 => 'b' }, HashMap::from([(1, 'b')]));
    }

    #[test]
    fn lists_may_be_empty() {
        let expected = BTreeMap::from([("a", vec![1, 2]), ("b", vec![])]);
        assert_eq!(lists! { "b": [], "a": [1, 2,], }, expected);
    }
}
