//! A table of counters that many threads may change.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// How often each page was visited. Clones are handles to the same table.
#[derive(Clone, Debug, Default)]
pub struct Visits {
    counts: Arc<Mutex<HashMap<String, u64>>>,
}

impl Visits {
    /// An empty table.
    pub fn new() -> Self {
        Self::default()
    }

    /// Count one visit, and return how many there are now.
    pub fn record(&self, page: &str) -> u64 {
        let mut counts = self.lock();
        // `get_mut` first: no `String` is made for a page that is known already.
        if let Some(count) = counts.get_mut(page) {
            *count += 1;
            return *count;
        }
        counts.insert(page.to_owned(), 1);
        1
    }

    /// The visits of one page, 0 for a page that nobody visited.
    pub fn of(&self, page: &str) -> u64 {
        self.lock().get(page).copied().unwrap_or(0)
    }

    /// A copy of all counts, the most visited page first, equal ones by name.
    pub fn ranking(&self) -> Vec<(String, u64)> {
        let mut ranking: Vec<_> = self
            .lock()
            .iter()
            .map(|(page, count)| (page.clone(), *count))
            .collect();
        ranking.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        ranking
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<String, u64>> {
        // No method leaves the table half changed, so a poisoned one is still good.
        self.counts.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::thread;

    #[test]
    fn no_visit_is_lost() {
        let visits = Visits::new();
        let threads: Vec<_> = (0..4)
            .map(|_| {
                let visits = visits.clone();
                thread::spawn(move || {
                    for _ in 0..250 {
                        visits.record("/home");
                    }
                })
            })
            .collect();
        for thread in threads {
            thread.join().expect("no thread panics");
        }
        assert_eq!(visits.of("/home"), 1_000);
    }

    #[test]
    fn recording_returns_the_new_count() {
        let visits = Visits::new();
        assert_eq!(visits.record("/a"), 1);
        assert_eq!(visits.record("/a"), 2);
        assert_eq!(visits.of("/unknown"), 0);
    }

    #[test]
    fn the_ranking_is_sorted_by_count_and_name() {
        let visits = Visits::new();
        for page in ["/b", "/c", "/a", "/c"] {
            visits.record(page);
        }
        let pages: Vec<_> = visits.ranking().into_iter().map(|(page, _)| page).collect();
        assert_eq!(pages, ["/c", "/a", "/b"]);
    }

    #[test]
    fn a_panic_under_the_lock_does_not_spoil_the_table() {
        let visits = Visits::new();
        visits.record("/a");
        let other = visits.clone();
        let crashed = thread::spawn(move || {
            let _guard = other.counts.lock();
            panic!("while the table is locked");
        });
        assert!(crashed.join().is_err());
        assert_eq!(visits.record("/a"), 2);
    }
}
