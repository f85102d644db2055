//! Times by section.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fmt;
use std::time::{Duration, Instant};

/// The time that a section took, all its runs together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Total {
    /// How often it ran.
    pub runs: u32,
    /// How long in all.
    pub time: Duration,
}

/// Collects times by the names of sections. `C` is the clock: time since any fixed moment.
#[derive(Debug)]
pub struct Times<C> {
    clock: C,
    totals: RefCell<BTreeMap<&'static str, Total>>,
}

/// Measures until it is dropped.
#[derive(Debug)]
#[must_use = "a section ends when its guard is dropped"]
pub struct Section<'a, C: Fn() -> Duration> {
    times: &'a Times<C>,
    name: &'static str,
    start: Duration,
}

/// Times by the real clock.
pub fn real_times() -> Times<impl Fn() -> Duration> {
    let start = Instant::now();
    Times::with_clock(move || start.elapsed())
}

impl<C: Fn() -> Duration> Times<C> {
    /// Times by this clock, which must not go backwards.
    pub fn with_clock(clock: C) -> Self {
        Self {
            clock,
            totals: RefCell::default(),
        }
    }

    /// Start measuring; keep the result until the section is over.
    pub fn section(&self, name: &'static str) -> Section<'_, C> {
        Section {
            times: self,
            name,
            start: (self.clock)(),
        }
    }

    /// The total of a section; zero for one that has not ended yet.
    pub fn total(&self, name: &str) -> Total {
        self.totals.borrow().get(name).copied().unwrap_or_default()
    }
}

impl<C: Fn() -> Duration> Drop for Section<'_, C> {
    fn drop(&mut self) {
        let passed = (self.times.clock)().saturating_sub(self.start);
        let mut totals = self.times.totals.borrow_mut();
        let total = totals.entry(self.name).or_default();
        total.runs += 1;
        total.time += passed;
    }
}

impl<C> fmt::Display for Times<C> {
    /// A table, the section that took most time first.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let totals = self.totals.borrow();
        let mut rows: Vec<_> = totals.iter().collect();
        rows.sort_by_key(|(_, total)| std::cmp::Reverse(total.time));
        let width = rows.iter().map(|(name, _)| name.len()).max().unwrap_or(0);
        for (name, Total { runs, time }) in rows {
            let ms = time.as_secs_f64() * 1_000.0;
            writeln!(f, "{name:<width$} {ms:>10.3} ms {runs:>6} runs")?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::cell::Cell;

    fn ms(milliseconds: u64) -> Duration {
        Duration::from_millis(milliseconds)
    }

    #[test]
    fn times_add_up_on_every_way_out() {
        let now = Cell::new(Duration::ZERO);
        let times = Times::with_clock(|| now.get());
        let parse = |text: &str| -> Option<u32> {
            let _section = times.section("parse");
            now.set(now.get() + ms(5));
            let number = text.parse().ok()?;
            now.set(now.get() + ms(1));
            Some(number)
        };
        assert_eq!(parse("7"), Some(7));
        assert_eq!(parse("x"), None);
        assert_eq!(
            times.total("parse"),
            Total {
                runs: 2,
                time: ms(11)
            }
        );
    }

    #[test]
    fn sections_may_lie_inside_each_other() {
        let now = Cell::new(Duration::ZERO);
        let times = Times::with_clock(|| now.get());
        {
            let _all = times.section("all");
            now.set(ms(2));
            let _part = times.section("part");
            now.set(ms(10));
            assert_eq!(times.total("all"), Total::default());
        }
        assert_eq!(times.total("all").time, ms(10));
        assert_eq!(times.total("part").time, ms(8));
    }

    #[test]
    fn the_table_starts_with_the_slowest() {
        let now = Cell::new(Duration::ZERO);
        let times = Times::with_clock(|| now.get());
        for (name, end) in [("read", 1), ("compute", 31), ("read", 33)] {
            let _section = times.section(name);
            now.set(ms(end));
        }
        assert_eq!(
            times.to_string(),
            "compute     30.000 ms      1 runs\nread         3.000 ms      2 runs\n"
        );
    }

    #[test]
    fn the_real_clock_runs() {
        let times = real_times();
        drop(times.section("nothing"));
        assert_eq!(times.total("nothing").runs, 1);
        assert_eq!(times.total("never").runs, 0);
    }
}
