//! The days of a timetable, and what happens on them.

use std::iter::FusedIterator;
use std::slice;

/// Counts from one hour to another in steps, both ends included.
#[derive(Debug, Clone)]
pub struct Hours {
    next: u8,
    back: u8,
    step: u8,
    done: bool,
}

impl Hours {
    /// Returns the hours `first`, `first + step`, … that are not after `last`.
    ///
    /// # Panics
    ///
    /// Panics where `step` is 0.
    pub fn every(step: u8, first: u8, last: u8) -> Self {
        assert!(step > 0, "a step of nothing never arrives");
        Self {
            next: first,
            // the last hour that is really met, so that going backwards meets the same
            back: last.saturating_sub(last.saturating_sub(first) % step),
            step,
            done: first > last,
        }
    }
}

impl Iterator for Hours {
    type Item = u8;

    fn next(&mut self) -> Option<u8> {
        if self.done {
            return None;
        }
        let hour = self.next;
        self.done = hour == self.back;
        self.next = hour.saturating_add(self.step);
        Some(hour)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let left = match self.done {
            true => 0,
            false => usize::from((self.back - self.next) / self.step) + 1,
        };
        (left, Some(left))
    }
}

impl DoubleEndedIterator for Hours {
    fn next_back(&mut self) -> Option<u8> {
        if self.done {
            return None;
        }
        let hour = self.back;
        self.done = hour == self.next;
        self.back = hour.saturating_sub(self.step);
        Some(hour)
    }
}

impl ExactSizeIterator for Hours {}
impl FusedIterator for Hours {}

/// What happens when.
#[derive(Debug, Default)]
pub struct Timetable {
    lessons: Vec<(u8, String)>,
}

impl Timetable {
    /// Returns the lessons in their order.
    pub fn iter(&self) -> slice::Iter<'_, (u8, String)> {
        self.lessons.iter()
    }
}

impl<'a> IntoIterator for &'a Timetable {
    type Item = &'a (u8, String);
    type IntoIter = slice::Iter<'a, (u8, String)>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl FromIterator<(u8, String)> for Timetable {
    fn from_iter<I: IntoIterator<Item = (u8, String)>>(lessons: I) -> Self {
        let mut lessons: Vec<_> = lessons.into_iter().collect();
        lessons.sort();
        Self { lessons }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_adapters_come_along() {
        assert_eq!(Hours::every(2, 8, 15).collect::<Vec<_>>(), [8, 10, 12, 14]);
        assert_eq!(Hours::every(2, 8, 14).map(u32::from).sum::<u32>(), 44);
        assert_eq!(
            Hours::every(3, 8, 15).rev().collect::<Vec<_>>(),
            [14, 11, 8]
        );
    }

    #[test]
    fn both_ends_meet_once() {
        let mut hours = Hours::every(1, 8, 10);
        let met = [hours.next(), hours.next_back(), hours.next(), hours.next()];
        assert_eq!(met, [Some(8), Some(10), Some(9), None]);
        assert_eq!(hours.next_back(), None);
    }

    #[test]
    fn the_length_is_known_and_edges_hold() {
        assert_eq!(Hours::every(2, 8, 15).len(), 4);
        assert_eq!(Hours::every(1, 9, 8).len(), 0);
        assert_eq!(Hours::every(1, 9, 8).next(), None);
        assert_eq!(Hours::every(200, 100, 255).collect::<Vec<_>>(), [100]);
        assert_eq!(Hours::every(1, 250, 255).count(), 6);
        assert_eq!(Hours::every(5, 0, 3).collect::<Vec<_>>(), [0]);
    }

    #[test]
    fn a_table_works_in_a_loop() {
        let lessons = [(10, "maths".to_owned()), (8, "music".to_owned())];
        let table: Timetable = lessons.into_iter().collect();
        let mut names = Vec::new();
        for (_, name) in &table {
            names.push(name.as_str());
        }
        assert_eq!(names, ["music", "maths"]);
    }
}
