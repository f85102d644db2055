//! Sequences that are as long as somebody wants.

use std::iter;

/// Returns 0, 1, 1, 2, 3, 5, … up to the last that fits.
pub fn fibonacci() -> impl Iterator<Item = u64> {
    let pairs = iter::successors(Some((0_u64, Some(1_u64))), |(now, next)| {
        let next = (*next)?;
        Some((next, now.checked_add(next)))
    });
    pairs.map(|(now, _)| now)
}

/// Returns the way from `start` to 1: half of what is even, three times and one more of what is odd.
///
/// It ends early where a number does not fit. From 0 it is 0 alone.
pub fn collatz(start: u64) -> impl Iterator<Item = u64> {
    iter::successors(Some(start), |&n| match n {
        0 | 1 => None,
        n if n % 2 == 0 => Some(n / 2),
        n => n.checked_mul(3)?.checked_add(1),
    })
}

/// Returns `a`, `b`, …, `z`, `aa`, `ab`, … as the columns of a table are called.
pub fn column_names() -> impl Iterator<Item = String> {
    (0_u64..).map(|mut number| {
        let mut letters = Vec::new();
        loop {
            letters.push(char::from(b'a' + (number % 26) as u8));
            match (number / 26).checked_sub(1) {
                Some(rest) => number = rest,
                None => return letters.iter().rev().collect(),
            }
        }
    })
}

/// Returns pages from `fetch` until one is empty; a page is only fetched when it is needed.
pub fn paged<T>(mut fetch: impl FnMut(u32) -> Vec<T>) -> impl Iterator<Item = T> {
    let mut number = 0;
    iter::from_fn(move || {
        let page = fetch(number);
        number += 1;
        (!page.is_empty()).then_some(page)
    })
    .flatten()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::cell::Cell;

    #[test]
    fn only_what_is_asked_for_is_computed() {
        assert_eq!(
            fibonacci().take(8).collect::<Vec<_>>(),
            [0, 1, 1, 2, 3, 5, 8, 13]
        );
        assert_eq!(fibonacci().find(|n| *n > 1000), Some(1597));
        let even: u64 = fibonacci()
            .take_while(|n| *n < 100)
            .filter(|n| n % 2 == 0)
            .sum();
        assert_eq!(even, 44);
    }

    #[test]
    fn it_ends_before_it_overflows() {
        assert_eq!(fibonacci().last(), Some(12_200_160_415_121_876_738));
    }

    #[test]
    fn the_way_to_one() {
        assert_eq!(
            collatz(6).collect::<Vec<_>>(),
            [6, 3, 10, 5, 16, 8, 4, 2, 1]
        );
        assert_eq!(collatz(27).count(), 112);
        assert_eq!(collatz(0).count(), 1);
        assert_eq!(collatz(u64::MAX).count(), 1);
    }

    #[test]
    fn columns_have_names() {
        let name = |number| column_names().nth(number).unwrap();
        assert_eq!(
            ["a", "z", "aa", "az", "ba"].map(String::from),
            [0, 25, 26, 51, 52].map(name)
        );
        assert_eq!(name(702), "aaa");
    }

    #[test]
    fn pages_are_fetched_when_needed() {
        let fetched = Cell::new(0);
        let pages = || {
            paged(|number| {
                fetched.set(fetched.get() + 1);
                if number < 3 {
                    vec![number * 2, number * 2 + 1]
                } else {
                    vec![]
                }
            })
        };
        assert_eq!(pages().take(3).collect::<Vec<_>>(), [0, 1, 2]);
        assert_eq!(fetched.replace(0), 2);
        assert_eq!(pages().count(), 6);
        assert_eq!(fetched.get(), 4);
    }
}
