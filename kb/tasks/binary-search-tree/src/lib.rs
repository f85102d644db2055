//! A sorted set as a binary tree.

use std::cmp::Ordering;

type Link<T> = Option<Box<Node<T>>>;

#[derive(Clone, Debug)]
struct Node<T> {
    value: T,
    left: Link<T>,
    right: Link<T>,
}

/// Values in order, each once.
#[derive(Clone, Debug)]
pub struct Tree<T> {
    root: Link<T>,
}

impl<T> Default for Tree<T> {
    fn default() -> Self {
        Self { root: None }
    }
}

impl<T: Ord> Tree<T> {
    /// Nothing in it.
    pub fn new() -> Self {
        Self::default()
    }

    /// The link where a value is, or where it would be put.
    fn link(&mut self, value: &T) -> &mut Link<T> {
        let mut link = &mut self.root;
        // First a look, then the borrow that may be returned.
        while link.as_ref().is_some_and(|node| node.value != *value) {
            let node = link.as_mut().expect("there is one, as was just seen");
            link = match value.cmp(&node.value) {
                Ordering::Less => &mut node.left,
                Ordering::Equal | Ordering::Greater => &mut node.right,
            };
        }
        link
    }

    /// Add a value; `false` if it was there already.
    pub fn insert(&mut self, value: T) -> bool {
        let link = self.link(&value);
        if link.is_some() {
            return false;
        }
        *link = Some(Box::new(Node {
            value,
            left: None,
            right: None,
        }));
        true
    }

    /// Is the value there?
    pub fn contains(&self, value: &T) -> bool {
        let mut link = &self.root;
        while let Some(node) = link {
            link = match value.cmp(&node.value) {
                Ordering::Less => &node.left,
                Ordering::Equal => return true,
                Ordering::Greater => &node.right,
            };
        }
        false
    }

    /// Take a value out; `false` if it was not there.
    pub fn remove(&mut self, value: &T) -> bool {
        let link = self.link(value);
        let Some(mut node) = link.take() else {
            return false;
        };
        *link = match (node.left.take(), node.right.take()) {
            (None, child) | (child, None) => child,
            (left, mut right) => {
                // The next larger value takes the place of the removed one.
                let mut next = take_smallest(&mut right);
                if let Some(next) = &mut next {
                    (next.left, next.right) = (left, right);
                }
                next
            }
        };
        true
    }

    /// The values in order.
    pub fn iter(&self) -> Iter<'_, T> {
        let mut iter = Iter {
            waiting: Vec::new(),
        };
        iter.go_left(&self.root);
        iter
    }
}

/// Cut the leftmost node off; what was to its right takes its place.
fn take_smallest<T>(mut link: &mut Link<T>) -> Link<T> {
    while link.as_ref().is_some_and(|node| node.left.is_some()) {
        link = &mut link.as_mut().expect("there is one, as was just seen").left;
    }
    let mut node = link.take()?;
    *link = node.right.take();
    Some(node)
}

/// Values in order; borrows the tree.
#[derive(Clone, Debug)]
pub struct Iter<'a, T> {
    /// Nodes whose value and right side are still to come, the next one last.
    waiting: Vec<&'a Node<T>>,
}

impl<'a, T> Iter<'a, T> {
    fn go_left(&mut self, mut link: &'a Link<T>) {
        while let Some(node) = link {
            self.waiting.push(node);
            link = &node.left;
        }
    }
}

impl<'a, T> Iterator for Iter<'a, T> {
    type Item = &'a T;

    fn next(&mut self) -> Option<&'a T> {
        let node = self.waiting.pop()?;
        self.go_left(&node.right);
        Some(&node.value)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tree(values: &[i32]) -> Tree<i32> {
        let mut tree = Tree::new();
        for &value in values {
            tree.insert(value);
        }
        tree
    }

    fn values(tree: &Tree<i32>) -> Vec<i32> {
        tree.iter().copied().collect()
    }

    #[test]
    fn values_come_in_order_and_once() {
        let mut tree = tree(&[5, 2, 8, 1, 9, 2]);
        assert_eq!(values(&tree), [1, 2, 5, 8, 9]);
        assert!(!tree.insert(8));
        assert!(tree.contains(&9) && !tree.contains(&7));
    }

    #[test]
    fn every_kind_of_node_can_be_removed() {
        // A leaf, one with a child, one with two, and the root.
        for gone in [1, 9, 7, 5] {
            let mut tree = tree(&[5, 2, 7, 1, 3, 6, 9, 8]);
            assert!(tree.remove(&gone));
            assert!(!tree.remove(&gone));
            let all = [1, 2, 3, 5, 6, 7, 8, 9];
            let expected: Vec<i32> = all.into_iter().filter(|value| *value != gone).collect();
            assert_eq!(values(&tree), expected, "without {gone}");
            assert!(expected.iter().all(|value| tree.contains(value)));
        }
    }

    #[test]
    fn an_empty_tree() {
        let mut empty = tree(&[]);
        assert!(values(&empty).is_empty());
        assert!(!empty.contains(&1) && !empty.remove(&1));
        let mut last = tree(&[7]);
        assert!(last.remove(&7));
        assert!(last.iter().next().is_none());
    }

    #[test]
    fn the_same_as_the_standard_set() {
        let mut tree = Tree::new();
        let mut set = std::collections::BTreeSet::new();
        let mut number: u32 = 1;
        for _ in 0..2_000 {
            number = number.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            let value = (number >> 16) & 63;
            if number >> 30 == 0 {
                assert_eq!(tree.remove(&value), set.remove(&value));
            } else {
                assert_eq!(tree.insert(value), set.insert(value));
            }
            assert!(tree.iter().eq(set.iter()));
        }
    }
}
