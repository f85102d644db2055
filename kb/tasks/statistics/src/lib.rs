//! Numbers about numbers.

use std::collections::BTreeMap;

/// What is known of values that came one at a time.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Summary {
    count: u64,
    mean: f64,
    squares: f64, // the sum of the squared distances from the mean
}

impl Summary {
    /// Takes another value into account.
    pub fn add(&mut self, value: f64) {
        self.count += 1;
        let before = value - self.mean;
        self.mean += before / self.count as f64;
        self.squares += before * (value - self.mean);
    }

    /// Returns what is known of the values of both.
    #[must_use]
    pub fn merged(self, other: Self) -> Self {
        if self.count == 0 || other.count == 0 {
            return if self.count == 0 { other } else { self };
        }
        let count = self.count + other.count;
        let distance = other.mean - self.mean;
        let part = other.count as f64 / count as f64;
        Self {
            count,
            mean: self.mean + distance * part,
            squares: self.squares + other.squares + distance.powi(2) * self.count as f64 * part,
        }
    }

    /// Returns the mean; None of nothing.
    pub fn mean(self) -> Option<f64> {
        (self.count > 0).then_some(self.mean)
    }

    /// Returns the standard deviation of a sample; None of fewer than two values.
    pub fn deviation(self) -> Option<f64> {
        (self.count > 1).then(|| (self.squares / (self.count - 1) as f64).sqrt())
    }
}

impl FromIterator<f64> for Summary {
    fn from_iter<I: IntoIterator<Item = f64>>(values: I) -> Self {
        let mut summary = Self::default();
        values.into_iter().for_each(|value| summary.add(value));
        summary
    }
}

/// Returns the value below which `percent` of the values lie, between two of them in proportion.
///
/// It is None where there are no values, one is no number, or `percent` is not within 0 to 100.
pub fn percentile(values: &[f64], percent: f64) -> Option<f64> {
    if values.is_empty()
        || values.iter().any(|value| value.is_nan())
        || !(0.0..=100.0).contains(&percent)
    {
        return None;
    }
    let mut sorted = values.to_vec();
    sorted.sort_unstable_by(f64::total_cmp);
    let place = percent / 100.0 * (sorted.len() - 1) as f64;
    let (below, above) = (
        sorted[place.floor() as usize],
        sorted[place.ceil() as usize],
    );
    Some(below + (above - below) * place.fract())
}

/// Returns the value in the middle.
pub fn median(values: &[f64]) -> Option<f64> {
    percentile(values, 50.0)
}

/// Returns the values that occur most often, in order; none of nothing.
pub fn modes<T: Ord + Copy>(values: &[T]) -> Vec<T> {
    let mut counts = BTreeMap::new();
    for value in values {
        *counts.entry(*value).or_insert(0_usize) += 1;
    }
    let most = counts.values().max().copied();
    let often = counts.into_iter().filter(|(_, count)| Some(*count) == most);
    often.map(|(value, _)| value).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const VALUES: [f64; 8] = [2.0, 4.0, 4.0, 4.0, 5.0, 5.0, 7.0, 9.0];

    fn close(found: Option<f64>, expected: f64) -> bool {
        found.is_some_and(|found| (found - expected).abs() < 1e-9)
    }

    #[test]
    fn mean_and_deviation() {
        let summary: Summary = VALUES.into_iter().collect();
        assert!(close(summary.mean(), 5.0));
        assert!(close(summary.deviation(), (32.0_f64 / 7.0).sqrt()));
    }

    #[test]
    fn of_nothing_there_is_nothing_to_say() {
        assert_eq!(Summary::default().mean(), None);
        let one: Summary = [3.0].into_iter().collect();
        assert_eq!((one.mean(), one.deviation()), (Some(3.0), None));
        assert_eq!(median(&[]), None);
        assert_eq!(median(&[1.0, f64::NAN]), None);
        assert!(modes::<u8>(&[]).is_empty());
    }

    #[test]
    fn large_numbers_keep_their_digits() {
        let summary: Summary = [1e9 + 4.0, 1e9 + 7.0, 1e9 + 13.0, 1e9 + 16.0]
            .into_iter()
            .collect();
        assert!(close(summary.deviation(), 30.0_f64.sqrt()));
    }

    #[test]
    fn halves_can_be_merged() {
        let (left, right) = VALUES.split_at(3);
        let summary = |values: &[f64]| values.iter().copied().collect::<Summary>();
        let merged = summary(left).merged(summary(right));
        assert!(close(merged.deviation(), (32.0_f64 / 7.0).sqrt()));
        assert_eq!(merged.merged(Summary::default()), merged);
        assert_eq!(Summary::default().merged(merged), merged);
    }

    #[test]
    fn places_in_the_order() {
        assert_eq!(median(&[3.0, 1.0, 2.0]), Some(2.0));
        assert_eq!(median(&[4.0, 1.0, 2.0, 3.0]), Some(2.5));
        assert_eq!(percentile(&VALUES, 0.0), Some(2.0));
        assert_eq!(percentile(&VALUES, 100.0), Some(9.0));
        assert_eq!(percentile(&VALUES, 101.0), None);
        assert_eq!(modes(&[3, 1, 3, 2, 1]), [1, 3]);
    }
}
