//! The same word in capitals or not.

use std::borrow::Cow;
use std::cmp::Ordering;
use std::hash::{Hash, Hasher};

/// Whether two texts are the same but for the case of their letters, in any script.
pub fn same(left: &str, right: &str) -> bool {
    folded(left).eq(folded(right))
}

/// Whether `needle` is somewhere in `text`.
pub fn contains(text: &str, needle: &str) -> bool {
    lowered(text).contains(&*lowered(needle))
}

/// Returns what follows `prefix`, which is plain ASCII such as a command or a scheme.
pub fn strip_ascii_prefix<'a>(text: &'a str, prefix: &str) -> Option<&'a str> {
    let (head, rest) = text.split_at_checked(prefix.len())?;
    head.eq_ignore_ascii_case(prefix).then_some(rest)
}

/// A text that is equal to others in another case, and still shown as it was written.
#[derive(Debug, Clone)]
pub struct Caseless(pub String);

impl PartialEq for Caseless {
    fn eq(&self, other: &Self) -> bool {
        same(&self.0, &other.0)
    }
}

impl Eq for Caseless {}

impl Hash for Caseless {
    fn hash<H: Hasher>(&self, state: &mut H) {
        // what is equal must have the same hash: the same folding as in `same`
        for letter in folded(&self.0) {
            letter.hash(state);
        }
        state.write_u8(0xff);
    }
}

impl Ord for Caseless {
    fn cmp(&self, other: &Self) -> Ordering {
        folded(&self.0).cmp(folded(&other.0))
    }
}

impl PartialOrd for Caseless {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

fn folded(text: &str) -> impl Iterator<Item = char> {
    text.chars().flat_map(char::to_lowercase)
}

/// Lowers a text, without a copy where nothing is to be lowered.
fn lowered(text: &str) -> Cow<'_, str> {
    let is_low = |byte: u8| byte.is_ascii() && !byte.is_ascii_uppercase();
    if text.bytes().all(is_low) {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(folded(text).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::{BTreeSet, HashMap};

    #[test]
    fn letters_of_all_scripts_are_folded() {
        assert!(same("Grüße", "GRÜße"));
        assert!(same("ΣΑΣ", "σασ"));
        assert!(!same("Strasse", "Straße"));
        assert!(same("", ""));
        assert!(!same("a", "ab"));
    }

    #[test]
    fn a_part_is_found() {
        assert!(contains("Crème Brûlée", "BRÛ"));
        assert!(contains("plain", ""));
        assert!(!contains("plain", "plane"));
    }

    #[test]
    fn a_prefix_is_cut_off_safely() {
        assert_eq!(strip_ascii_prefix("HTTPS://x", "https://"), Some("x"));
        assert_eq!(strip_ascii_prefix("http", "https://"), None);
        // the cut would go through a letter
        assert_eq!(strip_ascii_prefix("é", "a"), None);
    }

    #[test]
    fn a_map_ignores_the_case_and_keeps_the_spelling() {
        let mut headers = HashMap::new();
        headers.insert(Caseless("Content-Type".to_owned()), "text/html");
        let known = headers.get_key_value(&Caseless("CONTENT-TYPE".to_owned()));
        let (name, value) = known.expect("it is there");
        assert_eq!((name.0.as_str(), *value), ("Content-Type", "text/html"));
    }

    #[test]
    fn the_order_ignores_the_case_too() {
        let names: BTreeSet<_> = ["bo", "Cy", "ann"]
            .map(|name| Caseless(name.to_owned()))
            .into();
        let names: Vec<_> = names.iter().map(|name| name.0.as_str()).collect();
        assert_eq!(names, ["ann", "bo", "Cy"]);
    }
}
