//! A log whose writer never makes the program wait, and a copy that never runs ahead.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{SyncSender, TrySendError, sync_channel};
use std::thread::{self, JoinHandle};

/// Hands lines to a writing thread; lines that it has no room for are counted and left out.
pub struct Log {
    lines: SyncSender<String>,
    dropped: AtomicU64,
}

impl Log {
    /// Start a log with room for `capacity` lines that wait to be written by `write`.
    ///
    /// The thread ends when the log is dropped and all waiting lines are written.
    pub fn start(
        capacity: usize,
        mut write: impl FnMut(String) + Send + 'static,
    ) -> (Self, JoinHandle<()>) {
        let (lines, waiting) = sync_channel(capacity);
        let writer = thread::spawn(move || waiting.into_iter().for_each(&mut write));
        let log = Self {
            lines,
            dropped: AtomicU64::new(0),
        };
        (log, writer)
    }

    /// Queue a line without waiting; returns whether there was room for it.
    pub fn line(&self, line: impl Into<String>) -> bool {
        match self.lines.try_send(line.into()) {
            Ok(()) => true,
            Err(TrySendError::Full(_) | TrySendError::Disconnected(_)) => {
                self.dropped.fetch_add(1, Ordering::Relaxed);
                false
            }
        }
    }

    /// How many lines were left out.
    pub fn dropped(&self) -> u64 {
        self.dropped.load(Ordering::Relaxed)
    }
}

/// Pass items to `consume` on another thread, at most `ahead` of them waiting. Returns the number passed.
pub fn feed<T: Send>(
    items: impl IntoIterator<Item = T>,
    ahead: usize,
    mut consume: impl FnMut(T) + Send,
) -> usize {
    thread::scope(|scope| {
        let (sender, receiver) = sync_channel(ahead);
        scope.spawn(move || receiver.into_iter().for_each(&mut consume));
        items
            .into_iter()
            .map_while(|item| sender.send(item).ok())
            .count()
        // `sender` is dropped here, so the consumer ends and the scope can close.
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::Mutex;
    use std::sync::mpsc::channel;

    #[test]
    fn a_full_log_drops_lines_and_says_how_many() {
        let (started, has_started) = channel();
        let (go, may_go) = channel::<()>();
        let (written, lines) = channel();
        let (log, writer) = Log::start(2, move |line| {
            started.send(()).expect("the test listens");
            may_go.recv().expect("the test says go");
            written.send(line).expect("the test listens");
        });
        assert!(log.line("first"));
        has_started
            .recv()
            .expect("the writer has taken the first line");
        assert!(log.line("second"));
        assert!(log.line("third"));
        assert!(!log.line("no room"));
        assert_eq!(log.dropped(), 1);

        for _ in 0..3 {
            go.send(()).expect("the writer waits");
        }
        drop(log);
        writer.join().expect("no panic");
        assert_eq!(
            lines.iter().collect::<Vec<_>>(),
            ["first", "second", "third"]
        );
    }

    #[test]
    fn the_producer_is_never_far_ahead() {
        let made = AtomicU64::new(0);
        let furthest = Mutex::new(0);
        let ahead = 3;
        let items = (0..200_u64).inspect(|_| {
            made.fetch_add(1, Ordering::SeqCst);
        });
        let passed = feed(items, ahead, |item| {
            let distance = made.load(Ordering::SeqCst) - item;
            let mut furthest = furthest.lock().expect("no panic");
            *furthest = distance.max(*furthest);
        });
        assert_eq!(passed, 200);
        // Those that wait, one in the consumer's hand and one in the producer's.
        assert!(furthest.into_inner().expect("no panic") <= ahead as u64 + 2);
    }

    #[test]
    fn nothing_to_feed() {
        assert_eq!(feed(Vec::<u8>::new(), 0, |_| ()), 0);
    }
}
