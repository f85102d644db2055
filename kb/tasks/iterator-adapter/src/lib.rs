//! Two adapters that read like those of the standard library.

use std::iter::Peekable;

/// Adds the adapters of this crate to every iterator.
pub trait IteratorExt: Iterator + Sized {
    /// Leaves out every item that equals the one before it.
    fn without_repeats(self) -> WithoutRepeats<Self>
    where
        Self::Item: Clone + PartialEq,
    {
        WithoutRepeats {
            inner: self,
            last: None,
        }
    }

    /// Gives each item with whether it is the last.
    fn mark_last(self) -> MarkLast<Self> {
        MarkLast {
            inner: self.peekable(),
        }
    }
}

impl<I: Iterator> IteratorExt for I {}

/// Made by [`IteratorExt::without_repeats`].
#[derive(Debug, Clone)]
pub struct WithoutRepeats<I: Iterator> {
    inner: I,
    last: Option<I::Item>,
}

impl<I> Iterator for WithoutRepeats<I>
where
    I: Iterator,
    I::Item: Clone + PartialEq,
{
    type Item = I::Item;

    fn next(&mut self) -> Option<I::Item> {
        let last = self.last.take();
        let item = self.inner.find(|item| last.as_ref() != Some(item))?;
        self.last = Some(item.clone());
        Some(item)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        // all that follow may be repeats
        (0, self.inner.size_hint().1)
    }
}

/// Made by [`IteratorExt::mark_last`].
pub struct MarkLast<I: Iterator> {
    inner: Peekable<I>,
}

impl<I: Iterator> Iterator for MarkLast<I> {
    type Item = (I::Item, bool);

    fn next(&mut self) -> Option<Self::Item> {
        let item = self.inner.next()?;
        Some((item, self.inner.peek().is_none()))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.inner.size_hint()
    }
}

/// Returns `items` as people list them: `a, b and c`.
pub fn listed<'a>(items: impl IntoIterator<Item = &'a str>) -> String {
    let mut text = String::new();
    for (item, is_last) in items.into_iter().mark_last() {
        if !text.is_empty() {
            text.push_str(if is_last { " and " } else { ", " });
        }
        text.push_str(item);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_neighbours_are_compared() {
        let kept: Vec<_> = [1, 1, 2, 2, 2, 1].into_iter().without_repeats().collect();
        assert_eq!(kept, [1, 2, 1]);
        assert_eq!(std::iter::empty::<i32>().without_repeats().next(), None);
    }

    #[test]
    fn it_stands_in_a_chain() {
        let letters = "bookkeeper".chars().without_repeats();
        let text: String = letters.map(|c| c.to_ascii_uppercase()).collect();
        assert_eq!(text, "BOKEPER");
    }

    #[test]
    fn an_endless_source_is_asked_only_as_needed() {
        let mut firsts = (0..).map(|n| n / 3).without_repeats();
        assert_eq!((firsts.next(), firsts.next()), (Some(0), Some(1)));
    }

    #[test]
    fn the_last_is_known() {
        assert_eq!(listed(["tea", "milk", "sugar"]), "tea, milk and sugar");
        assert_eq!(listed(["tea", "milk"]), "tea and milk");
        assert_eq!(listed(["tea"]), "tea");
        assert_eq!(listed([]), "");
    }
}
