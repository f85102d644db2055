//! Huffman codes.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BinaryHeap};

/// A code made for the frequencies of a text.
#[derive(Clone, Debug)]
pub struct Code {
    tree: Tree,
    codes: BTreeMap<u8, Vec<bool>>,
}

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Tree {
    Leaf(u8),
    Branch(Box<Tree>, Box<Tree>),
}

impl Code {
    /// The best code for a text; `None` for an empty one.
    pub fn for_text(text: &[u8]) -> Option<Self> {
        let mut counts: BTreeMap<u8, usize> = BTreeMap::new();
        for &byte in text {
            *counts.entry(byte).or_default() += 1;
        }
        // The number decides between equal counts, so the tree itself is never compared.
        let mut heap: BinaryHeap<_> = counts
            .into_iter()
            .enumerate()
            .map(|(number, (byte, count))| Reverse((count, number, Tree::Leaf(byte))))
            .collect();
        let mut number = heap.len();
        let tree = loop {
            let Reverse((count, _, tree)) = heap.pop()?;
            let Some(Reverse((more, _, other))) = heap.pop() else {
                break tree;
            };
            let branch = Tree::Branch(Box::new(tree), Box::new(other));
            heap.push(Reverse((count + more, number, branch)));
            number += 1;
        };
        let mut codes = BTreeMap::new();
        match &tree {
            // A code without bits could not be counted.
            Tree::Leaf(byte) => drop(codes.insert(*byte, vec![false])),
            Tree::Branch(..) => assign(&tree, &mut Vec::new(), &mut codes),
        }
        Some(Self { tree, codes })
    }

    /// The bits of a text; `None` if it has a byte that the code does not know.
    pub fn encode(&self, text: &[u8]) -> Option<Vec<bool>> {
        let codes = text.iter().map(|byte| self.codes.get(byte));
        Some(
            codes
                .collect::<Option<Vec<_>>>()?
                .into_iter()
                .flatten()
                .copied()
                .collect(),
        )
    }

    /// The text of some bits; `None` if they end within a code, or are not of this code.
    pub fn decode(&self, bits: &[bool]) -> Option<Vec<u8>> {
        if let Tree::Leaf(byte) = self.tree {
            return bits.iter().map(|bit| (!bit).then_some(byte)).collect();
        }
        let mut text = Vec::new();
        let mut node = &self.tree;
        for &bit in bits {
            if let Tree::Branch(left, right) = node {
                node = if bit { right } else { left };
            }
            if let Tree::Leaf(byte) = node {
                text.push(*byte);
                node = &self.tree;
            }
        }
        std::ptr::eq(node, &self.tree).then_some(text)
    }
}

fn assign(tree: &Tree, code: &mut Vec<bool>, codes: &mut BTreeMap<u8, Vec<bool>>) {
    match tree {
        Tree::Leaf(byte) => drop(codes.insert(*byte, code.clone())),
        Tree::Branch(left, right) => {
            for (bit, branch) in [(false, left), (true, right)] {
                code.push(bit);
                assign(branch, code, codes);
                code.pop();
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_encoded_can_be_decoded() {
        for text in [
            "abracadabra",
            "ab",
            "zzzz",
            "z",
            "äöü🦀",
            "the quick brown fox",
        ] {
            let code = Code::for_text(text.as_bytes()).expect("not empty");
            let bits = code.encode(text.as_bytes()).expect("its own bytes");
            assert_eq!(
                code.decode(&bits).as_deref(),
                Some(text.as_bytes()),
                "{text}"
            );
        }
    }

    #[test]
    fn frequent_bytes_get_short_codes() {
        let code = Code::for_text(b"abracadabra").expect("not empty");
        assert_eq!(code.codes[&b'a'].len(), 1);
        assert!(code.codes[&b'c'].len() > 2);
        // 5 * 1 for a, and three bits for each of the six others.
        assert_eq!(
            code.encode(b"abracadabra").expect("its own bytes").len(),
            23
        );
    }

    #[test]
    fn no_code_is_the_beginning_of_another() {
        let code = Code::for_text(b"how much wood would a woodchuck chuck").expect("not empty");
        for (byte, bits) in &code.codes {
            for (other, longer) in &code.codes {
                assert!(byte == other || !longer.starts_with(bits));
            }
        }
    }

    #[test]
    fn foreign_bytes_and_broken_bits() {
        let code = Code::for_text(b"aabc").expect("not empty");
        assert_eq!(code.encode(b"abx"), None);
        let bits = code.encode(b"abc").expect("its own bytes");
        assert_eq!(code.decode(&bits[..bits.len() - 1]), None);
        assert_eq!(
            Code::for_text(b"aa").expect("not empty").decode(&[true]),
            None
        );
    }

    #[test]
    fn an_empty_text_has_no_code() {
        assert!(Code::for_text(b"").is_none());
        let code = Code::for_text(b"ab").expect("not empty");
        assert_eq!(code.decode(&[]), Some(vec![]));
    }
}
