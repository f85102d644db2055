//! A stack of boxes.

/// A singly linked list; the last item pushed is the first.
#[derive(Debug)]
pub struct List<T> {
    head: Link<T>,
    len: usize,
}

type Link<T> = Option<Box<Node<T>>>;

#[derive(Debug)]
struct Node<T> {
    item: T,
    next: Link<T>,
}

impl<T> Default for List<T> {
    fn default() -> Self {
        Self { head: None, len: 0 }
    }
}

impl<T> List<T> {
    /// Returns how many items there are.
    pub fn len(&self) -> usize {
        self.len
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.head.is_none()
    }

    /// Puts an item in front.
    pub fn push(&mut self, item: T) {
        let next = self.head.take();
        self.head = Some(Box::new(Node { item, next }));
        self.len += 1;
    }

    /// Takes the first item.
    pub fn pop(&mut self) -> Option<T> {
        let node = *self.head.take()?;
        self.head = node.next;
        self.len -= 1;
        Some(node.item)
    }

    /// Turns the list round, without moving an item.
    pub fn reverse(&mut self) {
        let mut done = None;
        let mut rest = self.head.take();
        while let Some(mut node) = rest {
            rest = std::mem::replace(&mut node.next, done);
            done = Some(node);
        }
        self.head = done;
    }

    /// Keeps only the items for which `keep` is true.
    pub fn retain(&mut self, mut keep: impl FnMut(&T) -> bool) {
        let mut kept = Self::default();
        while let Some(item) = self.pop() {
            if keep(&item) {
                kept.push(item);
            }
        }
        kept.reverse();
        *self = kept;
    }

    /// Returns the items from the first on.
    pub fn iter(&self) -> impl Iterator<Item = &T> {
        let nodes = std::iter::successors(self.head.as_deref(), |node| node.next.as_deref());
        nodes.map(|node| &node.item)
    }

    /// Calls `change` with each item.
    pub fn for_each_mut(&mut self, mut change: impl FnMut(&mut T)) {
        let mut link = &mut self.head;
        while let Some(node) = link {
            change(&mut node.item);
            link = &mut node.next;
        }
    }
}

impl<T> FromIterator<T> for List<T> {
    fn from_iter<I: IntoIterator<Item = T>>(items: I) -> Self {
        let mut list = Self::default();
        for item in items {
            list.push(item);
        }
        list.reverse();
        list
    }
}

impl<T> Drop for List<T> {
    fn drop(&mut self) {
        // one node after the other: the generated code would call itself for each
        while self.pop().is_some() {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn items(list: &List<u32>) -> Vec<u32> {
        list.iter().copied().collect()
    }

    #[test]
    fn last_in_first_out() {
        let mut list = List::default();
        list.push(1);
        list.push(2);
        assert_eq!(
            (list.len(), list.pop(), list.pop(), list.pop()),
            (2, Some(2), Some(1), None)
        );
        assert!(list.is_empty());
    }

    #[test]
    fn it_turns_round() {
        let mut list: List<u32> = (1..=4).collect();
        list.reverse();
        assert_eq!(items(&list), [4, 3, 2, 1]);
        let mut empty: List<u32> = List::default();
        empty.reverse();
        assert_eq!(items(&empty), []);
    }

    #[test]
    fn items_change_and_go() {
        let mut list: List<u32> = (1..=6).collect();
        list.for_each_mut(|item| *item *= 10);
        list.retain(|item| item % 20 == 0);
        assert_eq!(items(&list), [20, 40, 60]);
        assert_eq!(list.len(), 3);
    }

    #[test]
    fn a_long_list_is_dropped_without_a_deep_stack() {
        let list: List<u32> = (0..500_000).collect();
        assert_eq!(list.len(), 500_000);
        drop(list);
    }
}
