//! Settings that are read all the time and replaced now and then.

use std::sync::{Arc, PoisonError, RwLock};

/// What the program lets its operator change while it runs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// Requests that one client may send in a minute.
    pub requests_per_minute: u32,
    /// Names of the clients that are turned away.
    pub blocked: Vec<String>,
}

/// Settings shared by all threads; readers get a version that never changes under them.
#[derive(Debug)]
pub struct SharedSettings {
    current: RwLock<Arc<Settings>>,
}

impl SharedSettings {
    /// Start with these settings.
    pub fn new(settings: Settings) -> Self {
        Self {
            current: RwLock::new(Arc::new(settings)),
        }
    }

    /// The settings as they are now. Keep the result for one piece of work, not for ever.
    pub fn load(&self) -> Arc<Settings> {
        Arc::clone(&self.current.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// Replace the settings by a changed copy; updates follow one another, none is lost.
    pub fn update(&self, change: impl FnOnce(&mut Settings)) {
        let mut current = self.current.write().unwrap_or_else(PoisonError::into_inner);
        let mut next = Settings::clone(&current);
        // A panic in `change` leaves the old version in place.
        change(&mut next);
        *current = Arc::new(next);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::thread;

    fn shared() -> SharedSettings {
        SharedSettings::new(Settings {
            requests_per_minute: 0,
            blocked: Vec::new(),
        })
    }

    #[test]
    fn a_reader_keeps_its_version() {
        let settings = shared();
        let before = settings.load();
        settings.update(|next| next.blocked.push("mallory".to_owned()));
        assert!(before.blocked.is_empty());
        assert_eq!(settings.load().blocked, ["mallory"]);
    }

    #[test]
    fn no_update_is_lost_between_writers() {
        let settings = shared();
        thread::scope(|scope| {
            for _ in 0..4 {
                scope.spawn(|| {
                    for _ in 0..100 {
                        settings.update(|next| next.requests_per_minute += 1);
                    }
                });
            }
        });
        assert_eq!(settings.load().requests_per_minute, 400);
    }

    #[test]
    fn readers_never_see_half_a_change() {
        let settings = shared();
        thread::scope(|scope| {
            scope.spawn(|| {
                for number in 1..=200 {
                    settings.update(|next| {
                        next.requests_per_minute = number;
                        next.blocked.push(format!("client {number}"));
                    });
                }
            });
            scope.spawn(|| {
                for _ in 0..200 {
                    let seen = settings.load();
                    assert_eq!(seen.requests_per_minute as usize, seen.blocked.len());
                }
            });
        });
    }

    #[test]
    fn a_failed_update_changes_nothing() {
        let settings = shared();
        thread::scope(|scope| {
            let failed = scope.spawn(|| {
                settings.update(|next| {
                    next.requests_per_minute = 9;
                    panic!("the new file cannot be read");
                });
            });
            assert!(failed.join().is_err());
        });
        assert_eq!(settings.load().requests_per_minute, 0);
    }
}
