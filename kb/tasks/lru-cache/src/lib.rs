//! A cache that forgets what was not used for longest.

use std::collections::HashMap;
use std::hash::Hash;
use std::num::NonZeroUsize;

#[derive(Debug)]
struct Slot<K, V> {
    key: K,
    value: V,
    newer: Option<usize>,
    older: Option<usize>,
}

/// A map of limited size. All operations take constant time.
#[derive(Debug)]
pub struct LruCache<K, V> {
    capacity: usize,
    places: HashMap<K, usize>,
    slots: Vec<Slot<K, V>>,
    newest: Option<usize>,
    oldest: Option<usize>,
}

impl<K: Clone + Eq + Hash, V> LruCache<K, V> {
    /// Makes an empty cache for `capacity` entries.
    pub fn new(capacity: NonZeroUsize) -> Self {
        Self {
            capacity: capacity.get(),
            places: HashMap::new(),
            slots: Vec::new(),
            newest: None,
            oldest: None,
        }
    }

    /// Returns how many entries there are.
    pub fn len(&self) -> usize {
        self.slots.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.slots.is_empty()
    }

    /// Returns the value of `key`, which counts as used now.
    pub fn get(&mut self, key: &K) -> Option<&V> {
        let place = *self.places.get(key)?;
        self.unlink(place);
        self.link_as_newest(place);
        Some(&self.slots[place].value)
    }

    /// Sets the value of `key`; returns the entry that had to go, if one had to.
    pub fn put(&mut self, key: K, value: V) -> Option<(K, V)> {
        if let Some(&place) = self.places.get(&key) {
            self.slots[place].value = value;
            self.unlink(place);
            self.link_as_newest(place);
            return None;
        }
        let fresh = Slot {
            key: key.clone(),
            value,
            newer: None,
            older: None,
        };
        let (place, gone) = match self.oldest {
            Some(oldest) if self.slots.len() == self.capacity => {
                self.unlink(oldest);
                let gone = std::mem::replace(&mut self.slots[oldest], fresh);
                self.places.remove(&gone.key);
                (oldest, Some((gone.key, gone.value)))
            }
            _ => {
                self.slots.push(fresh);
                (self.slots.len() - 1, None)
            }
        };
        self.places.insert(key, place);
        self.link_as_newest(place);
        gone
    }

    fn unlink(&mut self, place: usize) {
        let Slot { newer, older, .. } = self.slots[place];
        match newer {
            Some(newer) => self.slots[newer].older = older,
            None => self.newest = older,
        }
        match older {
            Some(older) => self.slots[older].newer = newer,
            None => self.oldest = newer,
        }
    }

    fn link_as_newest(&mut self, place: usize) {
        self.slots[place].newer = None;
        self.slots[place].older = self.newest;
        match self.newest {
            Some(newest) => self.slots[newest].newer = Some(place),
            None => self.oldest = Some(place),
        }
        self.newest = Some(place);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cache(capacity: usize) -> LruCache<&'static str, u32> {
        LruCache::new(NonZeroUsize::new(capacity).unwrap())
    }

    #[test]
    fn the_one_unused_for_longest_goes() {
        let mut cache = cache(2);
        assert_eq!(cache.put("a", 1), None);
        assert_eq!(cache.put("b", 2), None);
        assert_eq!(cache.get(&"a"), Some(&1));
        assert_eq!(cache.put("c", 3), Some(("b", 2)));
        assert_eq!(cache.get(&"b"), None);
        assert_eq!(cache.get(&"a"), Some(&1));
        assert_eq!(cache.len(), 2);
    }

    #[test]
    fn a_new_value_for_a_known_key_takes_no_room() {
        let mut cache = cache(2);
        cache.put("a", 1);
        cache.put("b", 2);
        assert_eq!(cache.put("a", 10), None);
        assert_eq!(cache.put("c", 3), Some(("b", 2)));
        assert_eq!(cache.get(&"a"), Some(&10));
    }

    #[test]
    fn room_for_one_is_enough() {
        let mut cache = cache(1);
        assert!(cache.is_empty());
        cache.put("a", 1);
        assert_eq!(cache.put("b", 2), Some(("a", 1)));
        assert_eq!(cache.get(&"b"), Some(&2));
    }

    #[test]
    fn it_does_the_same_as_a_simple_list() {
        let mut cache = LruCache::new(NonZeroUsize::new(5).unwrap());
        let mut list: Vec<(u32, u32)> = Vec::new(); // the newest last
        let mut seed = 1_u32;
        for step in 0..2000 {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            let key = (seed >> 16) % 9;
            let known = list.iter().position(|(k, _)| *k == key);
            let entry = known.map(|index| list.remove(index));
            if seed >> 31 == 0 {
                list.push((key, step));
                let gone = (list.len() > 5).then(|| list.remove(0));
                assert_eq!(cache.put(key, step), gone);
            } else {
                list.extend(entry);
                assert_eq!(cache.get(&key).copied(), entry.map(|(_, value)| value));
            }
        }
    }
}
