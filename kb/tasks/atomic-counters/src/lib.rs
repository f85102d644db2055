//! Statistics and a stop signal shared by threads, without locks.

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

/// What a server counts while it works.
#[derive(Debug, Default)]
pub struct Statistics {
    requests: AtomicU64,
    bytes: AtomicU64,
    largest: AtomicU64,
}

/// The numbers at one moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Snapshot {
    /// Requests answered.
    pub requests: u64,
    /// Bytes sent, all answers together.
    pub bytes: u64,
    /// Bytes of the largest answer.
    pub largest: u64,
}

impl Statistics {
    /// Count one answer of so many bytes.
    pub fn record(&self, bytes: u64) {
        self.requests.fetch_add(1, Ordering::Relaxed);
        self.bytes.fetch_add(bytes, Ordering::Relaxed);
        self.largest.fetch_max(bytes, Ordering::Relaxed);
    }

    /// The numbers now. Another thread may be between two of its changes.
    pub fn snapshot(&self) -> Snapshot {
        Snapshot {
            requests: self.requests.load(Ordering::Relaxed),
            bytes: self.bytes.load(Ordering::Relaxed),
            largest: self.largest.load(Ordering::Relaxed),
        }
    }
}

/// Hands out a limited number of tickets; each goes to exactly one thread.
#[derive(Debug)]
pub struct Tickets {
    left: AtomicU64,
}

impl Tickets {
    /// So many tickets.
    pub const fn new(count: u64) -> Self {
        Self {
            left: AtomicU64::new(count),
        }
    }

    /// Take one; `false` when there are none left.
    pub fn take(&self) -> bool {
        self.left
            .fetch_update(Ordering::Relaxed, Ordering::Relaxed, |left| {
                left.checked_sub(1)
            })
            .is_ok()
    }
}

/// Asks threads to stop when they next look.
#[derive(Debug, Default)]
pub struct StopFlag(AtomicBool);

impl StopFlag {
    /// Ask. What this thread wrote before is seen by those who see the flag.
    pub fn stop(&self) {
        self.0.store(true, Ordering::Release);
    }

    /// Was the thread asked to stop?
    pub fn is_set(&self) -> bool {
        self.0.load(Ordering::Acquire)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::thread;

    #[test]
    fn no_count_is_lost() {
        let statistics = Statistics::default();
        thread::scope(|scope| {
            for worker in 1..=4 {
                let statistics = &statistics;
                scope.spawn(move || (0..500).for_each(|_| statistics.record(worker)));
            }
        });
        let expected = Snapshot {
            requests: 2_000,
            bytes: 500 * (1 + 2 + 3 + 4),
            largest: 4,
        };
        assert_eq!(statistics.snapshot(), expected);
    }

    #[test]
    fn no_ticket_is_sold_twice() {
        let tickets = Tickets::new(10);
        let sold: usize = thread::scope(|scope| {
            let buyers: Vec<_> = (0..4)
                .map(|_| scope.spawn(|| (0..10).filter(|_| tickets.take()).count()))
                .collect();
            buyers
                .into_iter()
                .map(|buyer| buyer.join().expect("no panic"))
                .sum()
        });
        assert_eq!(sold, 10);
        assert!(!tickets.take());
    }

    #[test]
    fn a_thread_stops_when_asked() {
        let stop = StopFlag::default();
        thread::scope(|scope| {
            let worker = scope.spawn(|| {
                while !stop.is_set() {
                    thread::yield_now();
                }
                "stopped"
            });
            stop.stop();
            assert_eq!(worker.join().expect("no panic"), "stopped");
        });
    }
}
