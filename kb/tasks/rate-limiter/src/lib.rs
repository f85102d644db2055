//! Limits on how often something may be done.

use std::collections::HashMap;
use std::hash::Hash;
use std::time::{Duration, Instant};

/// How often, and how much at once.
#[derive(Clone, Copy, Debug)]
pub struct Limit {
    /// The time in which one token comes.
    pub every: Duration,
    /// The most tokens that are kept.
    pub burst: u32,
}

/// A limit for one client, or for all together.
#[derive(Clone, Copy, Debug)]
pub struct Bucket {
    limit: Limit,
    /// When the bucket was, or will be, full. Later than now by one `every` for each token that is missing.
    full_at: Instant,
}

impl Bucket {
    /// A bucket that is full.
    pub fn new(limit: Limit, now: Instant) -> Self {
        Self {
            limit,
            full_at: now,
        }
    }

    /// Take a token.
    ///
    /// # Errors
    ///
    /// With the time to wait, if there is none; nothing has changed then.
    pub fn take(&mut self, now: Instant) -> Result<(), Duration> {
        let full_at = self.full_at.max(now) + self.limit.every;
        let missing = full_at - now;
        let most = self.limit.every * self.limit.burst;
        if missing > most {
            return Err(missing - most);
        }
        self.full_at = full_at;
        Ok(())
    }

    /// Has nothing been taken for so long that it is full?
    pub fn is_full(&self, now: Instant) -> bool {
        self.full_at <= now
    }
}

/// The same limit for each of many clients.
#[derive(Clone, Debug)]
pub struct Clients<K> {
    limit: Limit,
    buckets: HashMap<K, Bucket>,
}

impl<K: Eq + Hash> Clients<K> {
    /// Nobody has come yet.
    pub fn new(limit: Limit) -> Self {
        Self {
            limit,
            buckets: HashMap::new(),
        }
    }

    /// Take a token of this client's, as [`Bucket::take`].
    pub fn take(&mut self, client: K, now: Instant) -> Result<(), Duration> {
        let limit = self.limit;
        self.buckets
            .entry(client)
            .or_insert_with(|| Bucket::new(limit, now))
            .take(now)
    }

    /// Forget the clients whose buckets are full, and return how many are kept. Call it now and then.
    pub fn clean_up(&mut self, now: Instant) -> usize {
        self.buckets.retain(|_, bucket| !bucket.is_full(now));
        self.buckets.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIMIT: Limit = Limit {
        every: Duration::from_millis(100),
        burst: 3,
    };

    fn ms(milliseconds: u64) -> Duration {
        Duration::from_millis(milliseconds)
    }

    #[test]
    fn a_burst_and_then_the_rate() {
        let start = Instant::now();
        let mut bucket = Bucket::new(LIMIT, start);
        for _ in 0..3 {
            assert_eq!(bucket.take(start), Ok(()));
        }
        assert_eq!(bucket.take(start), Err(ms(100)));
        assert_eq!(bucket.take(start + ms(60)), Err(ms(40)));
        assert_eq!(bucket.take(start + ms(100)), Ok(()));
        assert_eq!(bucket.take(start + ms(100)), Err(ms(100)));
    }

    #[test]
    fn no_more_than_the_burst_is_saved() {
        let start = Instant::now();
        let mut bucket = Bucket::new(LIMIT, start);
        let later = start + Duration::from_secs(3_600);
        let taken = (0..10).filter(|_| bucket.take(later).is_ok()).count();
        assert_eq!(taken, 3);
    }

    #[test]
    fn in_the_long_run_the_rate_is_kept() {
        let start = Instant::now();
        let mut bucket = Bucket::new(LIMIT, start);
        let taken = (0..10_000)
            .filter(|&n| bucket.take(start + ms(n)).is_ok())
            .count();
        // The burst in the beginning, and one for each 100 ms after it.
        assert_eq!(taken, 3 + 99);
    }

    #[test]
    fn a_refused_request_costs_nothing() {
        let start = Instant::now();
        let mut bucket = Bucket::new(Limit { burst: 1, ..LIMIT }, start);
        assert!(bucket.take(start).is_ok());
        for n in 1..100 {
            assert!(bucket.take(start + ms(n)).is_err());
        }
        assert!(bucket.take(start + ms(100)).is_ok());
    }

    #[test]
    fn clients_do_not_share_and_are_forgotten() {
        let start = Instant::now();
        let mut clients = Clients::new(Limit { burst: 1, ..LIMIT });
        assert!(clients.take("a", start).is_ok());
        assert!(clients.take("b", start + ms(50)).is_ok());
        assert!(clients.take("a", start + ms(50)).is_err());
        assert_eq!(clients.clean_up(start + ms(100)), 1);
        assert_eq!(clients.clean_up(start + ms(150)), 0);
        assert!(clients.take("a", start + ms(150)).is_ok());
    }

    #[test]
    fn a_limit_without_burst_lets_nothing_through() {
        let start = Instant::now();
        let mut bucket = Bucket::new(Limit { burst: 0, ..LIMIT }, start);
        assert!(bucket.take(start).is_err());
    }
}
