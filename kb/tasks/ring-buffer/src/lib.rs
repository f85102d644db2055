//! The last few of many.

/// Holds at most `N` items; a new one takes the place of the oldest.
#[derive(Debug, Clone)]
pub struct RingBuffer<T, const N: usize> {
    items: [Option<T>; N],
    start: usize,
    len: usize,
}

impl<T, const N: usize> Default for RingBuffer<T, N> {
    fn default() -> Self {
        Self::new()
    }
}

impl<T, const N: usize> RingBuffer<T, N> {
    /// Makes an empty buffer. A capacity of 0 does not compile.
    pub const fn new() -> Self {
        const { assert!(N > 0, "a ring buffer holds at least one item") };
        Self {
            items: [const { None }; N],
            start: 0,
            len: 0,
        }
    }

    /// Returns how many items there are.
    pub const fn len(&self) -> usize {
        self.len
    }

    /// Whether there is none.
    pub const fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// Adds an item as the newest; returns the oldest if that had to go.
    pub fn push(&mut self, item: T) -> Option<T> {
        let place = (self.start + self.len) % N;
        let gone = self.items[place].replace(item);
        if gone.is_some() {
            self.start = (self.start + 1) % N;
        } else {
            self.len += 1;
        }
        gone
    }

    /// Takes the oldest item.
    pub fn pop(&mut self) -> Option<T> {
        let item = self.items[self.start].take()?;
        self.start = (self.start + 1) % N;
        self.len -= 1;
        Some(item)
    }

    /// Returns the items from the oldest to the newest.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &T> {
        let (wrapped, first) = self.items.split_at(self.start);
        first.iter().chain(wrapped).flatten()
    }
}

impl<T, const N: usize> Extend<T> for RingBuffer<T, N> {
    fn extend<I: IntoIterator<Item = T>>(&mut self, items: I) {
        for item in items {
            self.push(item);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_oldest_makes_room() {
        let mut buffer = RingBuffer::<_, 3>::new();
        assert_eq!(buffer.push("a"), None);
        buffer.extend(["b", "c"]);
        assert_eq!(buffer.push("d"), Some("a"));
        assert_eq!(buffer.iter().copied().collect::<String>(), "bcd");
        assert_eq!(buffer.iter().next_back(), Some(&"d"));
    }

    #[test]
    fn it_empties_in_order_and_fills_again() {
        let mut buffer = RingBuffer::<u8, 2>::new();
        buffer.extend([1, 2, 3]);
        assert_eq!(
            (buffer.pop(), buffer.pop(), buffer.pop()),
            (Some(2), Some(3), None)
        );
        assert!(buffer.is_empty());
        buffer.push(4);
        assert_eq!((buffer.len(), buffer.pop()), (1, Some(4)));
    }

    #[test]
    fn items_need_be_neither_copied_nor_compared() {
        let mut buffer = RingBuffer::<Box<dyn Fn() -> u8>, 1>::default();
        buffer.push(Box::new(|| 1));
        buffer.push(Box::new(|| 2));
        assert_eq!(buffer.pop().map(|call| call()), Some(2));
    }

    #[test]
    fn it_does_the_same_as_a_queue_that_is_cut() {
        let mut buffer = RingBuffer::<u32, 4>::new();
        let mut queue = std::collections::VecDeque::new();
        for n in 0..200_u32 {
            if n * 7 % 5 < 3 {
                queue.push_back(n);
                let gone = (queue.len() > 4).then(|| queue.pop_front()).flatten();
                assert_eq!(buffer.push(n), gone);
            } else {
                assert_eq!(buffer.pop(), queue.pop_front());
            }
            assert!(buffer.iter().eq(&queue));
        }
    }
}
