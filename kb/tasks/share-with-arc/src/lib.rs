//! Settings that many threads read and one replaces.

use std::sync::{Arc, PoisonError, RwLock};
use std::thread;

/// What the workers must know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    pub greeting: String,
    pub blocked: Vec<String>,
}

/// The settings in force. Readers get a snapshot that no later change touches.
#[derive(Debug)]
pub struct Shared {
    current: RwLock<Arc<Settings>>,
}

impl Shared {
    /// Starts with these settings.
    pub fn new(settings: Settings) -> Self {
        Self {
            current: RwLock::new(Arc::new(settings)),
        }
    }

    /// Returns the settings as they are now.
    pub fn snapshot(&self) -> Arc<Settings> {
        // the lock is held for a copy of a pointer; no panic can leave it half changed
        let current = self.current.read().unwrap_or_else(PoisonError::into_inner);
        Arc::clone(&current)
    }

    /// Changes the settings for those who ask from now on.
    pub fn update(&self, change: impl FnOnce(&mut Settings)) {
        let mut current = self.current.write().unwrap_or_else(PoisonError::into_inner);
        // copied only if somebody still holds a snapshot
        change(Arc::make_mut(&mut current));
    }
}

/// Greets `names` in threads of their own; each owns a share of the settings.
pub fn greet_all(shared: &Shared, names: &[&str]) -> Vec<Option<String>> {
    let threads: Vec<_> = names
        .iter()
        .map(|name| {
            let (settings, name) = (shared.snapshot(), (*name).to_owned());
            thread::spawn(move || {
                let is_blocked = settings.blocked.contains(&name);
                (!is_blocked).then(|| format!("{}, {name}!", settings.greeting))
            })
        })
        .collect();
    threads
        .into_iter()
        .map(|thread| thread.join().expect("a greeting does not panic"))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shared() -> Shared {
        Shared::new(Settings {
            greeting: "Hello".to_owned(),
            blocked: vec!["Mallory".to_owned()],
        })
    }

    #[test]
    fn every_thread_reads_the_same() {
        let greeted = greet_all(&shared(), &["Ann", "Mallory", "Bo"]);
        let expected = [
            Some("Hello, Ann!".to_owned()),
            None,
            Some("Hello, Bo!".to_owned()),
        ];
        assert_eq!(greeted, expected);
    }

    #[test]
    fn a_snapshot_stays_as_it_was() {
        let shared = shared();
        let before = shared.snapshot();
        shared.update(|settings| settings.greeting = "Bye".to_owned());
        assert_eq!(before.greeting, "Hello");
        assert_eq!(shared.snapshot().greeting, "Bye");
    }

    #[test]
    fn nothing_is_copied_where_nobody_looks() {
        let shared = shared();
        let place = Arc::as_ptr(&shared.snapshot());
        shared.update(|settings| settings.blocked.clear());
        assert_eq!(Arc::as_ptr(&shared.snapshot()), place);
    }

    #[test]
    fn readers_and_a_writer_do_not_mix() {
        let shared = shared();
        shared.update(|settings| settings.blocked = vec!["0".to_owned(); 3]);
        thread::scope(|scope| {
            scope.spawn(|| {
                for round in 0..1000 {
                    shared.update(|settings| settings.blocked.fill(round.to_string()));
                }
            });
            for _ in 0..1000 {
                let seen = shared.snapshot();
                assert!(seen.blocked.iter().all(|name| *name == seen.blocked[0]));
            }
        });
        assert_eq!(shared.snapshot().blocked[2], "999");
    }
}
