//! A job description with a duration written as `"1h30m"` and a checked name.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::time::Duration;

/// A job that runs again and again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Job {
    /// Its name.
    pub name: JobName,
    /// The time between two runs.
    #[serde(with = "short_duration")]
    pub every: Duration,
}

/// A name of lower-case letters, digits and dashes; no other can be made.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct JobName(String);

/// The text is no good name for a job.
#[derive(Debug, PartialEq, Eq)]
pub struct InvalidName(String);

impl fmt::Display for InvalidName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?} is no job name: use a-z, 0-9 and -", self.0)
    }
}

impl std::error::Error for InvalidName {}

impl TryFrom<String> for JobName {
    type Error = InvalidName;

    fn try_from(text: String) -> Result<Self, InvalidName> {
        let allowed = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        if text.is_empty() || !text.chars().all(allowed) {
            return Err(InvalidName(text));
        }
        Ok(Self(text))
    }
}

impl From<JobName> for String {
    fn from(name: JobName) -> Self {
        name.0
    }
}

/// Durations in hours, minutes and whole seconds, such as `1h30m` or `45s`.
mod short_duration {
    use serde::de::Error;
    use serde::{Deserialize, Deserializer, Serializer};
    use std::time::Duration;

    const UNITS: [(char, u64); 3] = [('h', 3_600), ('m', 60), ('s', 1)];

    pub fn serialize<S: Serializer>(value: &Duration, serializer: S) -> Result<S::Ok, S::Error> {
        let mut left = value.as_secs();
        let mut text = String::new();
        for (unit, seconds) in UNITS {
            if left >= seconds {
                text += &format!("{}{unit}", left / seconds);
                left %= seconds;
            }
        }
        serializer.serialize_str(if text.is_empty() { "0s" } else { &text })
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Duration, D::Error> {
        let text = String::deserialize(deserializer)?;
        parse(&text)
            .ok_or_else(|| D::Error::custom(format!("{text:?} is no duration such as 1h30m")))
    }

    fn parse(text: &str) -> Option<Duration> {
        let mut rest = text;
        let mut total = 0_u64;
        while !rest.is_empty() {
            let (number, after) = rest.split_at(rest.find(|c: char| !c.is_ascii_digit())?);
            let (_, seconds) = UNITS.iter().find(|(unit, _)| after.starts_with(*unit))?;
            let part = number.parse::<u64>().ok()?.checked_mul(*seconds)?;
            total = total.checked_add(part)?;
            rest = &after[1..];
        }
        (!text.is_empty()).then(|| Duration::from_secs(total))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(every: &str) -> Result<Job, serde_json::Error> {
        serde_json::from_str(&format!(r#"{{"name": "backup-2", "every": "{every}"}}"#))
    }

    #[test]
    fn durations_are_read_and_written() {
        for (text, seconds) in [("45s", 45), ("1h30m", 5_400), ("2h0m1s", 7_201), ("0s", 0)] {
            let job = read(text).expect(text);
            assert_eq!(job.every, Duration::from_secs(seconds));
            let json = serde_json::to_string(&job).expect("plain data");
            let again: Job = serde_json::from_str(&json).expect("what was written");
            assert_eq!(again, job);
        }
    }

    #[test]
    fn they_are_written_in_the_short_form() {
        let job = read("90m").expect("valid");
        let json = serde_json::to_string(&job).expect("plain data");
        assert_eq!(json, r#"{"name":"backup-2","every":"1h30m"}"#);
    }

    #[test]
    fn what_is_no_duration_is_refused() {
        for text in [
            "",
            "5",
            "m",
            "5d",
            "5 m",
            "99999999999999999999s",
            "-1s",
            "1é",
        ] {
            let error = read(text).expect_err(text);
            assert!(error.to_string().contains("no duration"), "{error}");
        }
    }

    #[test]
    fn a_bad_name_cannot_be_read() {
        let error = serde_json::from_str::<Job>(r#"{"name": "Back Up", "every": "1s"}"#)
            .expect_err("capitals and a space");
        assert!(error.to_string().contains("no job name"), "{error}");
        assert_eq!(
            JobName::try_from(String::new()),
            Err(InvalidName(String::new()))
        );
    }
}
