//! Threads that borrow from the stack of the function that starts them.

use std::thread;

/// The longest and the shortest line of a text, each looked for by its own thread.
///
/// Returns `None` where the text has no line. Of several lines of the same length the first counts.
pub fn longest_and_shortest(text: &str) -> Option<(&str, &str)> {
    thread::scope(|scope| {
        let longest = scope.spawn(|| {
            // `max_by_key` keeps the last of equals, so the lines are read from the end.
            text.lines().rev().max_by_key(|line| line.chars().count())
        });
        let shortest = scope.spawn(|| text.lines().min_by_key(|line| line.chars().count()));
        let longest = longest.join().expect("looking at lines does not panic");
        let shortest = shortest.join().expect("looking at lines does not panic");
        longest.zip(shortest)
    })
}

/// Apply `change` to every item, one half of the slice in this thread and one in another.
pub fn change_in_halves<T, F>(items: &mut [T], change: F)
where
    T: Send,
    F: Fn(&mut T) + Sync,
{
    let (left, right) = items.split_at_mut(items.len() / 2);
    thread::scope(|scope| {
        scope.spawn(|| left.iter_mut().for_each(&change));
        right.iter_mut().for_each(&change);
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::panic::{AssertUnwindSafe, catch_unwind};

    #[test]
    fn finds_both_lines_without_copying_the_text() {
        let text = String::from("pear\nfig\nblackberry\nplum");
        assert_eq!(longest_and_shortest(&text), Some(("blackberry", "fig")));
    }

    #[test]
    fn the_first_of_equal_lines_counts() {
        assert_eq!(longest_and_shortest("abc\nxyz"), Some(("abc", "abc")));
    }

    #[test]
    fn an_empty_text_has_no_lines() {
        assert_eq!(longest_and_shortest(""), None);
    }

    #[test]
    fn every_item_is_changed_once() {
        for length in 0..7 {
            let mut numbers: Vec<u32> = (0..length).collect();
            let step = 10;
            change_in_halves(&mut numbers, |number| *number += step);
            assert_eq!(numbers, (10..10 + length).collect::<Vec<_>>());
        }
    }

    #[test]
    fn a_panic_in_a_thread_is_not_lost() {
        let mut numbers = [1, 0, 2];
        let outcome = catch_unwind(AssertUnwindSafe(|| {
            change_in_halves(&mut numbers, |number| {
                *number = 10_i32.checked_div(*number).expect("no zero");
            });
        }));
        assert!(outcome.is_err());
    }
}
