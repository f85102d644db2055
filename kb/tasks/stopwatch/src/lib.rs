//! A stopwatch whose clock can be replaced.

use std::time::{Duration, Instant};

/// Something that tells how much time has passed since some fixed moment.
pub trait Clock {
    /// Returns the time; it never goes back.
    fn now(&self) -> Duration;
}

/// The clock of this computer.
#[derive(Debug, Clone, Copy)]
pub struct RealClock {
    start: Instant,
}

impl Default for RealClock {
    fn default() -> Self {
        Self {
            start: Instant::now(),
        }
    }
}

impl Clock for RealClock {
    fn now(&self) -> Duration {
        self.start.elapsed()
    }
}

impl<C: Clock + ?Sized> Clock for &C {
    fn now(&self) -> Duration {
        (**self).now()
    }
}

/// Counts time while it runs. It stands still when it is made.
#[derive(Debug, Clone)]
pub struct Stopwatch<C = RealClock> {
    clock: C,
    counted: Duration,
    running_since: Option<Duration>,
    laps: Vec<Duration>,
}

impl Default for Stopwatch {
    fn default() -> Self {
        Self::with_clock(RealClock::default())
    }
}

impl<C: Clock> Stopwatch<C> {
    /// Makes one that goes by `clock`.
    pub fn with_clock(clock: C) -> Self {
        Self {
            clock,
            counted: Duration::ZERO,
            running_since: None,
            laps: Vec::new(),
        }
    }

    /// Lets it run; one that runs goes on.
    pub fn start(&mut self) {
        if self.running_since.is_none() {
            self.running_since = Some(self.clock.now());
        }
    }

    /// Stops it and returns what it shows; it may be started again from there.
    pub fn stop(&mut self) -> Duration {
        self.counted = self.elapsed();
        self.running_since = None;
        self.counted
    }

    /// Returns what it shows.
    pub fn elapsed(&self) -> Duration {
        let running = self.running_since.map_or(Duration::ZERO, |since| {
            self.clock.now().saturating_sub(since)
        });
        self.counted + running
    }

    /// Ends a lap and returns how long it took.
    pub fn lap(&mut self) -> Duration {
        let before: Duration = self.laps.iter().sum();
        let lap = self.elapsed() - before;
        self.laps.push(lap);
        lap
    }

    /// Returns the laps so far.
    pub fn laps(&self) -> &[Duration] {
        &self.laps
    }
}

/// Returns what `work` returns and how long it took.
pub fn timed<T>(clock: &impl Clock, work: impl FnOnce() -> T) -> (T, Duration) {
    let start = clock.now();
    let result = work();
    (result, clock.now().saturating_sub(start))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::cell::Cell;

    #[derive(Default)]
    struct HandClock(Cell<Duration>);

    impl HandClock {
        fn turn(&self, seconds: u64) {
            self.0.set(self.0.get() + Duration::from_secs(seconds));
        }
    }

    impl Clock for HandClock {
        fn now(&self) -> Duration {
            self.0.get()
        }
    }

    #[test]
    fn only_running_time_counts() {
        let clock = HandClock::default();
        let mut watch = Stopwatch::with_clock(&clock);
        clock.turn(5);
        assert_eq!(watch.elapsed(), Duration::ZERO);
        watch.start();
        clock.turn(3);
        assert_eq!(watch.stop().as_secs(), 3);
        clock.turn(100);
        watch.start();
        watch.start();
        clock.turn(4);
        assert_eq!(watch.elapsed().as_secs(), 7);
    }

    #[test]
    fn laps_add_up() {
        let clock = HandClock::default();
        let mut watch = Stopwatch::with_clock(&clock);
        watch.start();
        for seconds in [10, 12, 9] {
            clock.turn(seconds);
            assert_eq!(watch.lap().as_secs(), seconds);
        }
        assert_eq!(watch.laps().iter().sum::<Duration>(), watch.elapsed());
    }

    #[test]
    fn work_is_timed() {
        let clock = HandClock::default();
        let (answer, took) = timed(&clock, || {
            clock.turn(2);
            42
        });
        assert_eq!((answer, took.as_secs()), (42, 2));
    }

    #[test]
    fn the_real_clock_goes_forward() {
        let mut watch = Stopwatch::default();
        watch.start();
        let first = watch.elapsed();
        assert!(watch.elapsed() >= first);
        let stopped = watch.stop();
        assert_eq!(watch.elapsed(), stopped);
    }
}
