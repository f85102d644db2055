//! Work over many texts on all cores.

use rayon::prelude::*;
use std::collections::HashMap;

/// How often each word stands in the texts, in lower case.
pub fn count_words<S: AsRef<str> + Sync>(texts: &[S]) -> HashMap<String, usize> {
    texts
        .par_iter()
        .fold(HashMap::new, |mut counts, text| {
            for word in words(text.as_ref()) {
                *counts.entry(word).or_insert(0) += 1;
            }
            counts
        })
        .reduce(HashMap::new, merge)
}

/// Sort by length, longest first, and equally long ones by the alphabet.
pub fn sort_by_length(texts: &mut [String]) {
    texts.par_sort_unstable_by(|a, b| b.len().cmp(&a.len()).then_with(|| a.cmp(b)));
}

/// The first number of the range that is a perfect square, if there is one.
pub fn first_square(numbers: std::ops::Range<u64>) -> Option<u64> {
    numbers
        .into_par_iter()
        .find_first(|&number| number.isqrt().pow(2) == number)
}

fn words(text: &str) -> impl Iterator<Item = String> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
}

fn merge(
    mut into: HashMap<String, usize>,
    mut from: HashMap<String, usize>,
) -> HashMap<String, usize> {
    // Move the smaller map into the larger one.
    if into.len() < from.len() {
        std::mem::swap(&mut into, &mut from);
    }
    for (word, count) in from {
        *into.entry(word).or_insert(0) += count;
    }
    into
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_over_all_texts() {
        let texts = ["The cat, the dog.", "A cat!", ""];
        let counts = count_words(&texts);
        assert_eq!(counts["the"], 2);
        assert_eq!(counts["cat"], 2);
        assert_eq!(counts["a"], 1);
        assert_eq!(counts.len(), 4);
    }

    #[test]
    fn many_texts_are_counted_completely() {
        let texts: Vec<String> = (0..2_000).map(|i| format!("text {}", i % 10)).collect();
        let counts = count_words(&texts);
        assert_eq!(counts["text"], 2_000);
        assert_eq!(counts["7"], 200);
    }

    #[test]
    fn no_texts_no_words() {
        assert!(count_words::<&str>(&[]).is_empty());
    }

    #[test]
    fn sorting_has_one_result() {
        let mut texts = ["bb", "a", "ccc", "aa"].map(str::to_owned);
        sort_by_length(&mut texts);
        assert_eq!(texts, ["ccc", "aa", "bb", "a"]);
    }

    #[test]
    fn the_first_match_is_the_first_in_order() {
        assert_eq!(first_square(10..1_000_000), Some(16));
        assert_eq!(first_square(17..25), None);
    }
}
