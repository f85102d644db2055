//! Formatting through a buffer that each thread keeps for itself.

use std::cell::{Cell, RefCell};
use std::fmt::Write;

thread_local! {
    static BUFFER: RefCell<String> = const { RefCell::new(String::new()) };
    static FORMATTED: Cell<u64> = const { Cell::new(0) };
}

/// Write an amount of cents as euros and hand the text to `use_text`, without a new allocation.
///
/// `use_text` must not call this function again: the buffer is in use until it returns.
pub fn with_price<R>(cents: u64, use_text: impl FnOnce(&str) -> R) -> R {
    FORMATTED.set(FORMATTED.get() + 1);
    BUFFER.with_borrow_mut(|buffer| {
        buffer.clear();
        write!(buffer, "{}.{:02} €", cents / 100, cents % 100)
            .expect("writing to a String does not fail");
        use_text(buffer)
    })
}

/// How many prices the calling thread has formatted.
pub fn formatted_here() -> u64 {
    FORMATTED.get()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::thread;

    #[test]
    fn the_text_is_complete_each_time() {
        assert_eq!(with_price(123_456, str::to_owned), "1234.56 €");
        // Shorter than the one before: nothing of that may be left.
        assert_eq!(with_price(5, str::to_owned), "0.05 €");
    }

    #[test]
    fn every_thread_counts_for_itself() {
        let counts: Vec<u64> = (1..=3)
            .map(|calls| {
                let counting = thread::spawn(move || {
                    for cents in 0..calls {
                        with_price(cents, |_| ());
                    }
                    formatted_here()
                });
                counting.join().expect("no panic")
            })
            .collect();
        assert_eq!(counts, [1, 2, 3]);
    }

    #[test]
    fn a_new_thread_starts_with_nothing() {
        with_price(1, |_| ());
        let fresh = thread::spawn(formatted_here).join().expect("no panic");
        assert_eq!(fresh, 0);
        assert!(formatted_here() >= 1);
    }

    #[test]
    #[should_panic(expected = "already")]
    fn using_the_buffer_twice_at_once_panics() {
        with_price(1, |_| with_price(2, |_| ()));
    }
}
