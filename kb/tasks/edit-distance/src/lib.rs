//! Distances between words, and suggestions.

/// The least number of insertions, removals, replacements and swaps of neighbours (optimal string alignment).
pub fn distance(a: &str, b: &str) -> usize {
    let a: Vec<char> = a.chars().collect();
    let b: Vec<char> = b.chars().collect();
    // Distances of a[..i] from every b[..j], for the last two i.
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=b.len()).collect();
    for i in 1..=a.len() {
        let mut row = Vec::with_capacity(b.len() + 1);
        row.push(i);
        for j in 1..=b.len() {
            let replaced = last[j - 1] + usize::from(a[i - 1] != b[j - 1]);
            let mut least = replaced.min(last[j] + 1).min(row[j - 1] + 1);
            let swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
            if swapped {
                least = least.min(before[j - 2] + 1);
            }
            row.push(least);
        }
        before = std::mem::replace(&mut last, row);
    }
    last[b.len()]
}

/// The candidate that was probably meant, if one is near enough: a third of the word's letters, at least one.
///
/// Case counts for nothing. Of equally near ones the first is taken.
pub fn suggest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let word = word.to_lowercase();
    let length = word.chars().count();
    let limit = (length / 3).max(1);
    candidates
        .into_iter()
        .filter(|candidate| candidate.chars().count().abs_diff(length) <= limit)
        .map(|candidate| (distance(&word, &candidate.to_lowercase()), candidate))
        .filter(|&(distance, _)| distance <= limit)
        .min_by_key(|&(distance, _)| distance)
        .map(|(_, candidate)| candidate)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_distances() {
        for (a, b, expected) in [
            ("", "", 0),
            ("same", "same", 0),
            ("", "abc", 3),
            ("kitten", "sitting", 3),
            ("flaw", "lawn", 2),
            ("form", "from", 1),
            ("naïve", "naive", 1),
            ("ab", "ba", 1),
            ("abc", "ca", 3),
        ] {
            assert_eq!(distance(a, b), expected, "{a:?} and {b:?}");
        }
    }

    #[test]
    fn it_is_symmetric_and_keeps_to_the_triangle() {
        let words = ["rust", "trust", "rusty", "r", "", "ruts", "tsur"];
        for a in words {
            for b in words {
                assert_eq!(distance(a, b), distance(b, a), "{a} {b}");
                assert_eq!(distance(a, b) == 0, a == b);
                assert!(distance(a, b) >= a.len().abs_diff(b.len()));
            }
        }
    }

    #[test]
    fn slips_get_a_suggestion() {
        let commands = ["build", "check", "test", "run", "Über"];
        assert_eq!(suggest("biuld", commands), Some("build"));
        assert_eq!(suggest("tset", commands), Some("test"));
        assert_eq!(suggest("RUN", commands), Some("run"));
        assert_eq!(suggest("ubre", commands), None);
        assert_eq!(suggest("über", commands), Some("Über"));
    }

    #[test]
    fn what_is_too_far_gets_none() {
        assert_eq!(suggest("publish", ["build", "check"]), None);
        assert_eq!(suggest("x", ["build"]), None);
        assert_eq!(suggest("anything", []), None);
    }

    #[test]
    fn the_nearest_wins_and_of_equal_ones_the_first() {
        assert_eq!(suggest("tests", ["best", "test", "texts"]), Some("test"));
        assert_eq!(suggest("cat", ["hat", "bat"]), Some("hat"));
    }
}
