//! How long something takes.

use std::time::Duration;

/// Returns a duration as on a stop clock: `4:05`, with hours `1:04:05`; fractions are cut off.
pub fn clock(duration: Duration) -> String {
    let seconds = duration.as_secs();
    let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    match hours {
        0 => format!("{minutes}:{seconds:02}"),
        _ => format!("{hours}:{minutes:02}:{seconds:02}"),
    }
}

/// Returns a duration in words with its two largest units: `2 days 3 hours`, `1 minute`.
///
/// What is below a second is `less than a second`.
pub fn words(duration: Duration) -> String {
    const UNITS: [(&str, u64); 4] = [
        ("day", 86_400),
        ("hour", 3600),
        ("minute", 60),
        ("second", 1),
    ];
    let mut rest = duration.as_secs();
    let counted = UNITS.map(|(name, length)| {
        let count = rest / length;
        rest %= length;
        (count, name)
    });
    let Some(first) = counted.iter().position(|(count, _)| *count > 0) else {
        return "less than a second".to_owned();
    };
    // the unit below the largest says how exact that is, so it may be left out only if it is 0
    let shown = counted
        .iter()
        .skip(first)
        .take(2)
        .filter(|(count, _)| *count > 0);
    let shown = shown.map(|(count, name)| {
        let ending = if *count == 1 { "" } else { "s" };
        format!("{count} {name}{ending}")
    });
    shown.collect::<Vec<_>>().join(" ")
}

/// Returns a short duration with three digits and the unit that suits it: `1.53 ms`.
pub fn measured(duration: Duration) -> String {
    let nanoseconds = duration.as_nanos() as f64;
    let units = [("ns", 1e0), ("µs", 1e3), ("ms", 1e6), ("s", 1e9)];
    // below 999.5 it is not rounded up to a fourth digit
    let unit = units
        .iter()
        .find(|(_, length)| nanoseconds / length < 999.5);
    let (name, length) = unit.unwrap_or(&units[3]);
    let value = nanoseconds / length;
    let decimals = match value {
        _ if *name == "ns" => 0,
        ..9.995 => 2,
        ..99.95 => 1,
        _ => 0,
    };
    format!("{value:.decimals$} {name}")
}

/// Returns how long the rest will take, from how long a part took; None while nothing is done.
pub fn remaining(elapsed: Duration, done: u64, total: u64) -> Option<Duration> {
    if done == 0 {
        return None;
    }
    let factor = total.saturating_sub(done) as f64 / done as f64;
    Duration::try_from_secs_f64(elapsed.as_secs_f64() * factor).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    const SECOND: Duration = Duration::from_secs(1);

    #[test]
    fn a_clock_shows_hours_only_if_there_are_any() {
        assert_eq!(clock(SECOND * 245), "4:05");
        assert_eq!(clock(SECOND * 3845), "1:04:05");
        assert_eq!(clock(Duration::from_millis(1999)), "0:01");
        assert_eq!(clock(SECOND * 360_000), "100:00:00");
    }

    #[test]
    fn people_get_two_units() {
        assert_eq!(words(SECOND * 93_784), "1 day 2 hours");
        assert_eq!(words(SECOND * 61), "1 minute 1 second");
        assert_eq!(words(SECOND * 120), "2 minutes");
        assert_eq!(words(SECOND * 86_460), "1 day");
        assert_eq!(words(Duration::from_millis(999)), "less than a second");
    }

    #[test]
    fn short_times_get_three_digits() {
        let nanos = |n| measured(Duration::from_nanos(n));
        assert_eq!(nanos(0), "0 ns");
        assert_eq!(nanos(512), "512 ns");
        assert_eq!(nanos(1_530_000), "1.53 ms");
        assert_eq!(nanos(15_300), "15.3 µs");
        assert_eq!(nanos(999_600), "1.00 ms");
        assert_eq!(nanos(9_996_000), "10.0 ms");
        assert_eq!(nanos(7_200_000_000_000), "7200 s");
    }

    #[test]
    fn the_rest_is_estimated() {
        assert_eq!(remaining(SECOND * 10, 25, 100), Some(SECOND * 30));
        assert_eq!(remaining(SECOND * 10, 100, 100), Some(Duration::ZERO));
        assert_eq!(remaining(SECOND, 0, 100), None);
        assert_eq!(remaining(Duration::MAX, 1, u64::MAX), None);
    }

    #[test]
    fn a_longer_one_cannot_be_subtracted() {
        assert_eq!(SECOND.checked_sub(SECOND * 2), None);
        assert_eq!(SECOND.saturating_sub(SECOND * 2), Duration::ZERO);
        assert_eq!(SECOND.abs_diff(SECOND * 3), SECOND * 2);
    }
}
