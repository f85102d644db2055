//! Tags on notes, to be asked from both sides.

use std::borrow::Borrow;
use std::collections::{BTreeMap, BTreeSet};

/// A map with a set of values for each key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Multimap<K, V> {
    sets: BTreeMap<K, BTreeSet<V>>,
}

impl<K: Ord, V: Ord> Default for Multimap<K, V> {
    fn default() -> Self {
        Self {
            sets: BTreeMap::new(),
        }
    }
}

impl<K: Ord, V: Ord> Multimap<K, V> {
    /// Adds a pair; returns whether it is new.
    pub fn insert(&mut self, key: K, value: V) -> bool {
        self.sets.entry(key).or_default().insert(value)
    }

    /// Removes a pair; returns whether it was there.
    pub fn remove<Q, W>(&mut self, key: &Q, value: &W) -> bool
    where
        K: Borrow<Q>,
        V: Borrow<W>,
        Q: Ord + ?Sized,
        W: Ord + ?Sized,
    {
        let Some(values) = self.sets.get_mut(key) else {
            return false;
        };
        let was_there = values.remove(value);
        if values.is_empty() {
            self.sets.remove(key);
        }
        was_there
    }

    /// Returns the values of `key` in order; none where it is not there.
    pub fn get<'a, Q>(&'a self, key: &Q) -> impl Iterator<Item = &'a V> + use<'a, K, V, Q>
    where
        K: Borrow<Q>,
        Q: Ord + ?Sized,
    {
        self.sets.get(key).into_iter().flatten()
    }

    /// Returns the keys, each of which has at least one value.
    pub fn keys(&self) -> impl Iterator<Item = &K> {
        self.sets.keys()
    }
}

/// Which notes have which tags.
#[derive(Debug, Default)]
pub struct TagIndex {
    tags: Multimap<u32, String>,
    notes: Multimap<String, u32>,
}

impl TagIndex {
    /// Puts `tag` on `note`.
    pub fn tag(&mut self, note: u32, tag: &str) {
        self.tags.insert(note, tag.to_owned());
        self.notes.insert(tag.to_owned(), note);
    }

    /// Takes `tag` from `note`; returns whether it was there.
    pub fn untag(&mut self, note: u32, tag: &str) -> bool {
        self.notes.remove(tag, &note);
        self.tags.remove(&note, tag)
    }

    /// Returns the tags of a note.
    pub fn tags_of(&self, note: u32) -> impl Iterator<Item = &str> {
        self.tags.get(&note).map(String::as_str)
    }

    /// Returns the notes with a tag.
    pub fn notes_with(&self, tag: &str) -> impl Iterator<Item = u32> {
        self.notes.get(tag).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn index() -> TagIndex {
        let mut index = TagIndex::default();
        for (note, tag) in [(1, "work"), (2, "home"), (2, "work"), (2, "work")] {
            index.tag(note, tag);
        }
        index
    }

    #[test]
    fn both_sides_know() {
        let index = index();
        assert_eq!(index.notes_with("work").collect::<Vec<_>>(), [1, 2]);
        assert_eq!(index.tags_of(2).collect::<Vec<_>>(), ["home", "work"]);
        assert_eq!(index.notes_with("garden").count(), 0);
    }

    #[test]
    fn both_sides_forget() {
        let mut index = index();
        assert!(index.untag(2, "work"));
        assert!(!index.untag(2, "work"));
        assert!(!index.untag(9, "work"));
        assert_eq!(index.notes_with("work").collect::<Vec<_>>(), [1]);
        assert_eq!(index.tags_of(2).collect::<Vec<_>>(), ["home"]);
    }

    #[test]
    fn no_empty_set_is_left() {
        let mut map = Multimap::default();
        assert!(map.insert("a", 1));
        assert!(!map.insert("a", 1));
        assert!(map.remove("a", &1));
        assert_eq!(map.keys().count(), 0);
        assert_eq!(map, Multimap::default());
    }
}
