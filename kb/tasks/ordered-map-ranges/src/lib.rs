//! Prices that hold from a day on, and appointments that must not overlap.

use std::collections::BTreeMap;
use std::ops::Range;

/// A price list over time; days are counted from any fixed one.
#[derive(Debug, Default)]
pub struct PriceHistory {
    from_day: BTreeMap<u32, u64>,
}

impl PriceHistory {
    /// Sets the price in cents that holds from `day` on.
    pub fn set(&mut self, day: u32, cents: u64) {
        self.from_day.insert(day, cents);
    }

    /// Returns the price that holds on `day`; None before the first.
    pub fn on(&self, day: u32) -> Option<u64> {
        self.from_day
            .range(..=day)
            .next_back()
            .map(|(_, cents)| *cents)
    }

    /// Returns the days within `days` on which the price changed.
    pub fn changes(&self, days: Range<u32>) -> Vec<u32> {
        if days.is_empty() {
            return Vec::new(); // the map would panic at a range that goes backwards
        }
        self.from_day.range(days).map(|(day, _)| *day).collect()
    }
}

/// A calendar of minutes in which nothing overlaps.
#[derive(Debug, Default)]
pub struct Calendar {
    ends_by_start: BTreeMap<u32, u32>,
}

impl Calendar {
    /// Books `time` if it is free; returns whether it was.
    pub fn book(&mut self, time: Range<u32>) -> bool {
        if time.is_empty() {
            return false;
        }
        // only the last one that begins before the end can reach into it
        let before = self.ends_by_start.range(..time.end).next_back();
        if before.is_some_and(|(_, end)| *end > time.start) {
            return false;
        }
        self.ends_by_start.insert(time.start, time.end);
        true
    }

    /// Returns the first free time of `length` minutes at or after `from`.
    pub fn first_free(&self, from: u32, length: u32) -> u32 {
        let mut start = from;
        if let Some((_, end)) = self.ends_by_start.range(..=from).next_back() {
            start = start.max(*end);
        }
        for (begin, end) in self.ends_by_start.range(start..) {
            if begin - start >= length {
                break;
            }
            start = *end;
        }
        start
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_price_holds_until_the_next() {
        let mut prices = PriceHistory::default();
        prices.set(10, 250);
        prices.set(20, 300);
        assert_eq!(prices.on(9), None);
        assert_eq!(prices.on(10), Some(250));
        assert_eq!(prices.on(19), Some(250));
        assert_eq!(prices.on(1000), Some(300));
    }

    #[test]
    fn the_end_of_a_range_is_outside() {
        let mut prices = PriceHistory::default();
        for day in [10, 20, 30] {
            prices.set(day, 1);
        }
        assert_eq!(prices.changes(10..30), [10, 20]);
        assert_eq!(prices.changes(11..20), []);
        assert_eq!(prices.changes(Range { start: 9, end: 3 }), []);
    }

    #[test]
    fn nothing_overlaps_and_neighbours_may_touch() {
        let mut calendar = Calendar::default();
        assert!(calendar.book(60..120));
        assert!(!calendar.book(119..130));
        assert!(!calendar.book(70..80));
        assert!(!calendar.book(0..300));
        assert!(calendar.book(120..130));
        assert!(calendar.book(30..60));
        assert!(!calendar.book(200..200));
    }

    #[test]
    fn gaps_are_found() {
        let mut calendar = Calendar::default();
        for time in [60..120, 150..200] {
            assert!(calendar.book(time));
        }
        assert_eq!(calendar.first_free(0, 60), 0);
        assert_eq!(calendar.first_free(30, 45), 200);
        assert_eq!(calendar.first_free(90, 30), 120);
        assert_eq!(calendar.first_free(500, 10), 500);
    }
}
