//! Words by their beginnings.

use std::collections::BTreeMap;

/// A set of words that is searched by prefix.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Trie {
    root: Node,
    length: usize,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Node {
    children: BTreeMap<char, Node>,
    is_word: bool,
}

impl Node {
    fn find(&self, prefix: &str) -> Option<&Self> {
        prefix
            .chars()
            .try_fold(self, |node, c| node.children.get(&c))
    }

    fn collect(&self, word: &mut String, limit: usize, found: &mut Vec<String>) {
        if found.len() == limit {
            return;
        }
        if self.is_word {
            found.push(word.clone());
        }
        for (&c, child) in &self.children {
            word.push(c);
            child.collect(word, limit, found);
            word.pop();
        }
    }

    /// Returns whether the word was there.
    fn remove(&mut self, mut rest: std::str::Chars<'_>) -> bool {
        let Some(c) = rest.next() else {
            return std::mem::take(&mut self.is_word);
        };
        let Some(child) = self.children.get_mut(&c) else {
            return false;
        };
        let removed = child.remove(rest);
        if !child.is_word && child.children.is_empty() {
            self.children.remove(&c);
        }
        removed
    }
}

impl Trie {
    /// No words.
    pub fn new() -> Self {
        Self::default()
    }

    /// The number of words.
    pub fn len(&self) -> usize {
        self.length
    }

    /// Are there no words?
    pub fn is_empty(&self) -> bool {
        self.length == 0
    }

    /// Add a word; `false` if it was there already.
    pub fn insert(&mut self, word: &str) -> bool {
        let last = word.chars().fold(&mut self.root, |node, c| {
            node.children.entry(c).or_default()
        });
        let new = !std::mem::replace(&mut last.is_word, true);
        self.length += usize::from(new);
        new
    }

    /// Is it one of the words?
    pub fn contains(&self, word: &str) -> bool {
        self.root.find(word).is_some_and(|node| node.is_word)
    }

    /// Take a word out; `false` if it was not there.
    pub fn remove(&mut self, word: &str) -> bool {
        let removed = self.root.remove(word.chars());
        self.length -= usize::from(removed);
        removed
    }

    /// The words that begin like this, in order, at most `limit`.
    pub fn complete(&self, prefix: &str, limit: usize) -> Vec<String> {
        let mut found = Vec::new();
        if let Some(node) = self.root.find(prefix) {
            node.collect(&mut prefix.to_owned(), limit, &mut found);
        }
        found
    }
}

impl<'a> FromIterator<&'a str> for Trie {
    fn from_iter<I: IntoIterator<Item = &'a str>>(words: I) -> Self {
        let mut trie = Self::new();
        for word in words {
            trie.insert(word);
        }
        trie
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn trie() -> Trie {
        Trie::from_iter(["tea", "ten", "team", "to", "äpfel", "tea"])
    }

    #[test]
    fn completions_come_in_order() {
        assert_eq!(trie().complete("te", 10), ["tea", "team", "ten"]);
        assert_eq!(trie().complete("te", 2), ["tea", "team"]);
        assert_eq!(trie().complete("ä", 10), ["äpfel"]);
        assert!(trie().complete("x", 10).is_empty());
        assert!(trie().complete("t", 0).is_empty());
    }

    #[test]
    fn a_beginning_is_no_word() {
        let trie = trie();
        assert!(trie.contains("tea"));
        assert!(!trie.contains("te"));
        assert!(!trie.contains(""));
        assert_eq!(trie.len(), 5);
    }

    #[test]
    fn removing_keeps_longer_and_shorter_words() {
        let mut trie = trie();
        assert!(trie.remove("tea"));
        assert!(!trie.remove("tea"));
        assert!(!trie.remove("t"));
        assert_eq!(trie.complete("", 10), ["team", "ten", "to", "äpfel"]);
    }

    #[test]
    fn nothing_is_left_of_removed_words() {
        let mut trie = trie();
        for word in ["team", "tea", "ten", "to", "äpfel"] {
            assert!(trie.remove(word));
        }
        assert_eq!(trie, Trie::new());
        assert!(trie.is_empty());
    }

    #[test]
    fn the_empty_word_is_a_word_like_others() {
        let mut trie = Trie::new();
        assert!(trie.insert(""));
        assert!(trie.contains(""));
        assert_eq!(trie.complete("", 5), [""]);
    }
}
