//! Words and how often they occur.

use std::collections::HashMap;
use std::hash::Hash;

/// Returns the words of `text`: runs of letters, digits and inner apostrophes.
pub fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '’')
        .map(|word| word.trim_matches(['\'', '’']))
        .filter(|word| !word.is_empty())
}

/// Counts how often each item occurs.
pub fn count<T: Eq + Hash>(items: impl IntoIterator<Item = T>) -> HashMap<T, usize> {
    let mut counts = HashMap::new();
    for item in items {
        *counts.entry(item).or_insert(0) += 1;
    }
    counts
}

/// Returns the words of `text` in lower case with their counts, the most frequent first.
///
/// Words of the same count are in alphabetical order.
pub fn word_counts(text: &str) -> Vec<(String, usize)> {
    let mut counts: Vec<_> = count(words(text).map(str::to_lowercase))
        .into_iter()
        .collect();
    counts.sort_unstable_by(|(word, count), (other, others)| {
        others.cmp(count).then_with(|| word.cmp(other))
    });
    counts
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(text: &str) -> String {
        let counts = word_counts(text);
        let counts: Vec<_> = counts
            .iter()
            .map(|(word, n)| format!("{word} {n}"))
            .collect();
        counts.join(", ")
    }

    #[test]
    fn the_most_frequent_come_first() {
        assert_eq!(said("The tea. The cake, the TEA!"), "the 3, tea 2, cake 1");
        assert_eq!(said("b a c a b c"), "a 2, b 2, c 2");
    }

    #[test]
    fn apostrophes_belong_to_words_only_inside() {
        assert_eq!(said("don't 'quote' me"), "don't 1, me 1, quote 1");
        assert_eq!(said("'''"), "");
    }

    #[test]
    fn letters_of_all_languages_count() {
        assert_eq!(said("Élan élan Straße"), "élan 2, straße 1");
        assert_eq!(said(""), "");
    }

    #[test]
    fn anything_can_be_counted_without_a_copy() {
        let text = String::from("tea cake tea");
        let counts: HashMap<&str, usize> = count(words(&text));
        assert_eq!(counts["tea"], 2);
        assert_eq!(count("banana".chars())[&'a'], 3);
    }
}
