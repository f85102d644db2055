//! A set that may be wrong about what is in it, but never about what is not.

use std::collections::hash_map::DefaultHasher;
use std::f64::consts::LN_2;
use std::hash::{Hash, Hasher};

/// Which items were added, by a few bits each.
#[derive(Debug, Clone)]
pub struct BloomFilter {
    words: Vec<u64>,
    bits: u64,
    hashes: u32,
}

impl BloomFilter {
    /// A filter for `items` items which takes one that was not added for one that was with a
    /// chance of `false_alarms`, between 0 and 1.
    ///
    /// # Panics
    ///
    /// If `items` is 0 or the chance is not between 0 and 1.
    pub fn new(items: usize, false_alarms: f64) -> Self {
        assert!(items > 0, "a filter for no items");
        assert!(
            0.0 < false_alarms && false_alarms < 1.0,
            "no chance: {false_alarms}"
        );
        let items = items as f64;
        let bits = (-items * false_alarms.ln() / (LN_2 * LN_2)).ceil();
        let hashes = (bits / items * LN_2).round().max(1.0);
        let words = (bits as usize).div_ceil(64);
        Self {
            words: vec![0; words],
            bits: words as u64 * 64,
            hashes: hashes as u32,
        }
    }

    /// Adds `item`.
    pub fn insert(&mut self, item: &impl Hash) {
        for place in places(item, self.hashes, self.bits) {
            self.words[place / 64] |= 1 << (place % 64);
        }
    }

    /// False only if `item` was never added.
    pub fn may_contain(&self, item: &impl Hash) -> bool {
        places(item, self.hashes, self.bits)
            .all(|place| self.words[place / 64] >> (place % 64) & 1 == 1)
    }

    /// How much memory the bits take.
    pub fn bytes(&self) -> usize {
        self.words.len() * 8
    }
}

fn places<T: Hash>(item: &T, hashes: u32, bits: u64) -> impl Iterator<Item = usize> + use<T> {
    let first = hash(item, 0);
    let second = hash(item, 1) | 1;
    (0..u64::from(hashes))
        .map(move |i| (first.wrapping_add(i.wrapping_mul(second)) % bits) as usize)
}

fn hash(item: &impl Hash, salt: u8) -> u64 {
    let mut hasher = DefaultHasher::new();
    salt.hash(&mut hasher);
    item.hash(&mut hasher);
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_added_is_always_found() {
        let mut seen = BloomFilter::new(1000, 0.01);
        for number in 0..1000 {
            seen.insert(&format!("user{number}@example.org"));
        }
        assert!((0..1000).all(|number| seen.may_contain(&format!("user{number}@example.org"))));
    }

    #[test]
    fn false_alarms_are_about_as_rare_as_asked_for() {
        let mut seen = BloomFilter::new(2000, 0.01);
        for number in 0..2000_u32 {
            seen.insert(&number);
        }
        let wrong = (10_000..20_000_u32)
            .filter(|number| seen.may_contain(number))
            .count();
        assert!(wrong < 300, "{wrong} of 10,000");
    }

    #[test]
    fn an_empty_filter_has_seen_nothing() {
        let seen = BloomFilter::new(10, 0.1);
        assert!(!seen.may_contain(&"anything"));
        assert!(seen.bytes() <= 16);
    }

    #[test]
    #[should_panic(expected = "a filter for no items")]
    fn a_filter_is_for_something() {
        BloomFilter::new(0, 0.5);
    }
}
