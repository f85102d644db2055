//! Things that are put right at the end.

use std::cell::Cell;
use std::mem;

/// Runs a function when it goes, unless it was defused.
#[must_use = "a guard that is not kept in a variable acts at once"]
pub struct Defer<F: FnOnce()> {
    action: Option<F>,
}

impl<F: FnOnce()> Defer<F> {
    /// Keeps `action` for the end of the scope.
    pub fn new(action: F) -> Self {
        Self {
            action: Some(action),
        }
    }

    /// Does nothing at the end after all.
    pub fn defuse(mut self) {
        self.action = None;
    }
}

impl<F: FnOnce()> Drop for Defer<F> {
    fn drop(&mut self) {
        if let Some(action) = self.action.take() {
            action();
        }
    }
}

/// Sets a value for as long as it lives, and then back.
#[must_use = "the old value comes back as soon as this goes"]
pub struct Replaced<'a, T: Copy> {
    cell: &'a Cell<T>,
    old: T,
}

impl<'a, T: Copy> Replaced<'a, T> {
    /// Puts `value` into `cell`.
    pub fn new(cell: &'a Cell<T>, value: T) -> Self {
        let old = cell.replace(value);
        Self { cell, old }
    }
}

impl<T: Copy> Drop for Replaced<'_, T> {
    fn drop(&mut self) {
        self.cell.set(self.old);
    }
}

/// Changes a list, all or nothing: what is not committed is taken back.
pub struct Transaction<'a, T: Clone> {
    list: &'a mut Vec<T>,
    before: Vec<T>,
}

impl<'a, T: Clone> Transaction<'a, T> {
    /// Remembers how the list is now.
    pub fn begin(list: &'a mut Vec<T>) -> Self {
        let before = list.clone();
        Self { list, before }
    }

    /// Returns the list to work on.
    pub fn list(&mut self) -> &mut Vec<T> {
        self.list
    }

    /// Keeps what was changed.
    pub fn commit(mut self) {
        self.before = mem::take(self.list);
    }
}

impl<T: Clone> Drop for Transaction<'_, T> {
    fn drop(&mut self) {
        *self.list = mem::take(&mut self.before);
    }
}

/// Adds all numbers of a text to `numbers`, or none.
///
/// # Errors
///
/// Fails where one of them is no number.
pub fn add_numbers(numbers: &mut Vec<i64>, text: &str) -> Result<(), std::num::ParseIntError> {
    let mut transaction = Transaction::begin(numbers);
    for word in text.split_whitespace() {
        transaction.list().push(word.parse()?);
    }
    transaction.commit();
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::cell::RefCell;
    use std::panic::{self, AssertUnwindSafe};

    #[test]
    fn it_acts_on_every_way_out() {
        let done = RefCell::new(Vec::new());
        let run = |early: bool| {
            let _first = Defer::new(|| done.borrow_mut().push("first"));
            let _second = Defer::new(|| done.borrow_mut().push("second"));
            if early {
                return;
            }
            done.borrow_mut().push("work");
        };
        run(false);
        run(true);
        assert_eq!(
            *done.borrow(),
            ["work", "second", "first", "second", "first"]
        );
    }

    #[test]
    fn a_defused_one_does_nothing() {
        let done = Cell::new(false);
        Defer::new(|| done.set(true)).defuse();
        assert!(!done.get());
    }

    #[test]
    fn a_value_comes_back_even_after_a_panic() {
        let depth = Cell::new(1);
        let result = panic::catch_unwind(AssertUnwindSafe(|| {
            let _deeper = Replaced::new(&depth, 2);
            assert_eq!(depth.get(), 3, "on purpose");
        }));
        assert!(result.is_err());
        assert_eq!(depth.get(), 1);
    }

    #[test]
    fn all_or_nothing() {
        let mut numbers = vec![1];
        assert!(add_numbers(&mut numbers, "2 3 x").is_err());
        assert_eq!(numbers, [1]);
        assert!(add_numbers(&mut numbers, "2 3").is_ok());
        assert_eq!(numbers, [1, 2, 3]);
    }
}
