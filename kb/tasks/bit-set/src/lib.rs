//! A set of small numbers, one bit each.

const BITS: usize = u64::BITS as usize;

/// A set of numbers that grows as far as its largest member.
#[derive(Debug, Clone, Default)]
pub struct BitSet {
    words: Vec<u64>,
}

impl BitSet {
    /// An empty set.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds `number`; false if it was there already.
    pub fn insert(&mut self, number: usize) -> bool {
        let (word, bit) = place(number);
        if word >= self.words.len() {
            self.words.resize(word + 1, 0);
        }
        let fresh = self.words[word] & bit == 0;
        self.words[word] |= bit;
        fresh
    }

    /// Removes `number`; false if it was not there.
    pub fn remove(&mut self, number: usize) -> bool {
        let (word, bit) = place(number);
        let Some(word) = self.words.get_mut(word) else {
            return false;
        };
        let there = *word & bit != 0;
        *word &= !bit;
        there
    }

    /// Whether `number` is in the set.
    pub fn contains(&self, number: usize) -> bool {
        let (word, bit) = place(number);
        self.words.get(word).is_some_and(|word| word & bit != 0)
    }

    /// How many numbers there are.
    pub fn len(&self) -> usize {
        self.words
            .iter()
            .map(|word| word.count_ones() as usize)
            .sum()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.words.iter().all(|&word| word == 0)
    }

    /// Adds all of `other`.
    pub fn union_with(&mut self, other: &BitSet) {
        if self.words.len() < other.words.len() {
            self.words.resize(other.words.len(), 0);
        }
        for (mine, theirs) in self.words.iter_mut().zip(&other.words) {
            *mine |= theirs;
        }
    }

    /// Keeps what is in `other` too.
    pub fn intersect_with(&mut self, other: &BitSet) {
        self.words.truncate(other.words.len());
        for (mine, theirs) in self.words.iter_mut().zip(&other.words) {
            *mine &= theirs;
        }
    }

    /// The members, the smallest first.
    pub fn iter(&self) -> impl Iterator<Item = usize> {
        self.words.iter().enumerate().flat_map(|(index, &word)| {
            let mut left = word;
            std::iter::from_fn(move || {
                (left != 0).then(|| {
                    let bit = left.trailing_zeros() as usize;
                    left &= left - 1;
                    index * BITS + bit
                })
            })
        })
    }
}

impl FromIterator<usize> for BitSet {
    fn from_iter<I: IntoIterator<Item = usize>>(numbers: I) -> Self {
        let mut set = Self::new();
        for number in numbers {
            set.insert(number);
        }
        set
    }
}

// trailing words of zeros are no difference between two sets
impl PartialEq for BitSet {
    fn eq(&self, other: &Self) -> bool {
        self.iter().eq(other.iter())
    }
}

impl Eq for BitSet {}

fn place(number: usize) -> (usize, u64) {
    (number / BITS, 1 << (number % BITS))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn members_come_and_go() {
        let mut set = BitSet::new();
        assert!(set.insert(3) && set.insert(64) && !set.insert(3));
        assert!(set.contains(64) && !set.contains(65) && !set.contains(10_000));
        assert!(set.remove(3) && !set.remove(3) && !set.remove(10_000));
        assert_eq!((set.len(), set.is_empty()), (1, false));
    }

    #[test]
    fn members_are_given_in_order_over_words() {
        let set: BitSet = [200, 0, 63, 64, 127].into_iter().collect();
        assert_eq!(set.iter().collect::<Vec<_>>(), [0, 63, 64, 127, 200]);
    }

    #[test]
    fn sets_are_joined_and_cut() {
        let even: BitSet = (0..100).step_by(2).collect();
        let small: BitSet = (0..5).collect();
        let mut both = even.clone();
        both.intersect_with(&small);
        assert_eq!(both.iter().collect::<Vec<_>>(), [0, 2, 4]);
        let mut any = small;
        any.union_with(&even);
        assert_eq!(any.len(), 52);
    }

    #[test]
    fn an_emptied_set_equals_a_new_one() {
        let mut set = BitSet::new();
        set.insert(500);
        set.remove(500);
        assert_eq!(set, BitSet::new());
    }
}
