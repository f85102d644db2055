//! A progress bar of one line.

use std::io::{self, IsTerminal, Stderr, Write};

const WIDTH: u64 = 20;

/// Draws how far a job of `total` steps has come. Dropping it ends the line.
#[derive(Debug)]
pub struct Progress<W: Write> {
    screen: Option<W>,
    total: u64,
    done: u64,
    shown: String,
}

impl Progress<Stderr> {
    /// Draws on standard error where that is a terminal, and nowhere otherwise.
    pub fn on_stderr(total: u64) -> Self {
        let stderr = io::stderr();
        let screen = stderr.is_terminal().then_some(stderr);
        Self::new(screen, total)
    }
}

impl<W: Write> Progress<W> {
    /// Draws on `screen`; None draws nothing.
    pub fn new(screen: Option<W>, total: u64) -> Self {
        Self {
            screen,
            total,
            done: 0,
            shown: String::new(),
        }
    }

    /// Counts `steps` more. What cannot be drawn is not worth failing for.
    pub fn advance(&mut self, steps: u64) {
        self.done = self.done.saturating_add(steps).min(self.total);
        let Some(screen) = &mut self.screen else {
            return;
        };
        let text = bar(self.done, self.total);
        if text != self.shown {
            // from the start of the line, over what was there
            let _ = write!(screen, "\r{text}").and_then(|()| screen.flush());
            self.shown = text;
        }
    }
}

impl<W: Write> Drop for Progress<W> {
    fn drop(&mut self) {
        if let (Some(screen), false) = (&mut self.screen, self.shown.is_empty()) {
            let _ = writeln!(screen);
        }
    }
}

/// Returns the bar as text, always of the same width.
pub fn bar(done: u64, total: u64) -> String {
    // no steps at all are all done; the product of two large numbers does not fit into u64
    let part = |whole: u64| match total {
        0 => whole,
        _ => (u128::from(done.min(total)) * u128::from(whole) / u128::from(total)) as u64,
    };
    let full = part(WIDTH) as usize;
    let rest = WIDTH as usize - full;
    format!(
        "[{}{}] {:>3} %",
        "#".repeat(full),
        " ".repeat(rest),
        part(100)
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bar_grows_and_keeps_its_width() {
        assert_eq!(bar(0, 8), "[                    ]   0 %");
        assert_eq!(bar(4, 8), "[##########          ]  50 %");
        assert_eq!(bar(8, 8), "[####################] 100 %");
    }

    #[test]
    fn odd_numbers_do_no_harm() {
        assert!(bar(0, 0).ends_with("100 %"));
        assert!(bar(9, 8).ends_with("100 %"));
        assert!(bar(u64::MAX - 1, u64::MAX).ends_with(" 99 %"));
    }

    #[test]
    fn it_is_drawn_only_when_it_looks_different() {
        let mut drawn = Vec::new();
        let mut progress = Progress::new(Some(&mut drawn), 10_000);
        for _ in 0..10_000 {
            progress.advance(1);
        }
        drop(progress);
        let text = String::from_utf8(drawn).unwrap();
        assert_eq!(text.matches('\r').count(), 101);
        assert!(text.ends_with("100 %\n"));
    }

    #[test]
    fn without_a_terminal_nothing_is_drawn() {
        let mut progress = Progress::new(None::<Vec<u8>>, 2);
        progress.advance(1);
        assert_eq!(progress.shown, "");
    }
}
