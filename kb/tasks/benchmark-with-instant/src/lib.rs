//! A small harness for measurements.

use std::fmt;
use std::hint::black_box;
use std::time::{Duration, Instant};

/// The times of several runs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Measurement {
    // Sorted, never empty.
    times: Vec<Duration>,
}

impl Measurement {
    /// Of these times; `None` if there are none.
    pub fn of(mut times: Vec<Duration>) -> Option<Self> {
        times.sort_unstable();
        (!times.is_empty()).then_some(Self { times })
    }

    /// The fastest run.
    pub fn fastest(&self) -> Duration {
        self.times[0]
    }

    /// Half of the runs were at least as fast.
    pub fn median(&self) -> Duration {
        let middle = self.times.len() / 2;
        if self.times.len().is_multiple_of(2) {
            (self.times[middle - 1] + self.times[middle]) / 2
        } else {
            self.times[middle]
        }
    }

    /// How many times slower this is than `other`, by the medians.
    pub fn ratio_to(&self, other: &Self) -> f64 {
        self.median().as_secs_f64() / other.median().as_secs_f64()
    }
}

impl fmt::Display for Measurement {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (median, fastest) = (self.median(), self.fastest());
        write!(
            f,
            "median {median:.1?}, fastest {fastest:.1?}, {} runs",
            self.times.len()
        )
    }
}

/// Run `work` on `input`, `runs` times (at least once), after a few runs that do not count.
pub fn measure<I: Copy, T>(runs: usize, input: I, mut work: impl FnMut(I) -> T) -> Measurement {
    for _ in 0..runs.div_ceil(10) {
        black_box(work(black_box(input)));
    }
    let times = (0..runs.max(1))
        .map(|_| {
            let start = Instant::now();
            black_box(work(black_box(input)));
            start.elapsed()
        })
        .collect();
    Measurement::of(times).expect("at least one run")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(milliseconds: &[u64]) -> Measurement {
        let times = milliseconds
            .iter()
            .map(|&ms| Duration::from_millis(ms))
            .collect();
        Measurement::of(times).expect("some times")
    }

    #[test]
    fn a_single_slow_run_does_not_move_the_median() {
        let measured = of(&[10, 12, 9_000, 11, 10]);
        assert_eq!(measured.median(), Duration::from_millis(11));
        assert_eq!(measured.fastest(), Duration::from_millis(10));
    }

    #[test]
    fn an_even_number_of_runs_has_the_mean_of_the_middle() {
        assert_eq!(of(&[4, 1, 2, 9]).median(), Duration::from_millis(3));
        assert_eq!(Measurement::of(Vec::new()), None);
    }

    #[test]
    fn ratios_compare_medians() {
        assert!((of(&[30]).ratio_to(&of(&[10, 20])) - 2.0).abs() < 1e-12);
    }

    #[test]
    fn every_run_gets_the_input() {
        let mut seen = Vec::new();
        let measured = measure(20, 7, |input| seen.push(input));
        assert_eq!(measured.times.len(), 20);
        // Two more were for warming up.
        assert_eq!(seen, [7; 22]);
        assert_eq!(measure(0, (), |()| ()).times.len(), 1);
    }

    #[test]
    fn it_is_shown_in_fitting_units() {
        assert_eq!(
            of(&[2, 1]).to_string(),
            "median 1.5ms, fastest 1.0ms, 2 runs"
        );
    }
}
