//! Lines such as `12:30:05.120 [WARN] net::http: slow answer (duration=1500ms)`.

use regex::Regex;
use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;
use std::sync::LazyLock;

/// How serious a line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// For those who search for a mistake.
    Debug,
    /// What happens.
    Info,
    /// What may become a problem.
    Warn,
    /// What went wrong.
    Error,
}

/// One line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Milliseconds since midnight.
    pub time_ms: u32,
    /// How serious it is.
    pub level: Level,
    /// The module that wrote it.
    pub module: String,
    /// What it says, without the duration.
    pub message: String,
    /// How long the thing took, if the line tells.
    pub duration_ms: Option<u64>,
}

/// The line does not have the form of the log.
#[derive(Debug, PartialEq, Eq)]
pub struct InvalidLine;

impl fmt::Display for InvalidLine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("this is no line of the log")
    }
}

impl std::error::Error for InvalidLine {}

static LINE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"(?x) ^
        (?<h>[01][0-9]|2[0-3]) : (?<m>[0-5][0-9]) : (?<s>[0-5][0-9]) \. (?<ms>[0-9]{3})
        \s \[ (?<level>DEBUG|INFO|WARN|ERROR) \]
        \s (?<module>[\w:]+) :
        \s (?<message>.*?)
        (?: \s \( duration= (?<duration>[0-9]+) ms \) )?
        $",
    )
    .expect("a valid expression")
});

impl FromStr for Entry {
    type Err = InvalidLine;

    fn from_str(line: &str) -> Result<Self, InvalidLine> {
        let captures = LINE.captures(line.trim_end()).ok_or(InvalidLine)?;
        // The expression promises digits, and few of them.
        let number = |name: &str| captures[name].parse::<u32>().map_err(|_| InvalidLine);
        let minutes = number("h")? * 60 + number("m")?;
        Ok(Self {
            time_ms: (minutes * 60 + number("s")?) * 1_000 + number("ms")?,
            level: match &captures["level"] {
                "DEBUG" => Level::Debug,
                "INFO" => Level::Info,
                "WARN" => Level::Warn,
                _ => Level::Error,
            },
            module: captures["module"].to_owned(),
            message: captures["message"].to_owned(),
            duration_ms: captures
                .name("duration")
                .map(|duration| duration.as_str().parse().map_err(|_| InvalidLine))
                .transpose()?,
        })
    }
}

/// What stands out in a log.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// Warnings and errors by module.
    pub problems: BTreeMap<String, usize>,
    /// The longest duration in milliseconds.
    pub slowest_ms: Option<u64>,
    /// Lines that are not of the log's form.
    pub invalid: usize,
}

/// Go through the lines once. Blank ones count for nothing.
pub fn summarise<'a>(lines: impl IntoIterator<Item = &'a str>) -> Summary {
    let mut summary = Summary::default();
    for line in lines.into_iter().filter(|line| !line.trim().is_empty()) {
        let Ok(entry) = line.parse::<Entry>() else {
            summary.invalid += 1;
            continue;
        };
        if entry.level >= Level::Warn {
            *summary.problems.entry(entry.module).or_default() += 1;
        }
        summary.slowest_ms = summary.slowest_ms.max(entry.duration_ms);
    }
    summary
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_part_of_a_line() {
        let line = "12:30:05.120 [WARN] net::http: slow: answer (1) (duration=1500ms)\r\n";
        let expected = Entry {
            time_ms: 45_005_120,
            level: Level::Warn,
            module: "net::http".to_owned(),
            message: "slow: answer (1)".to_owned(),
            duration_ms: Some(1_500),
        };
        assert_eq!(line.parse(), Ok(expected));
    }

    #[test]
    fn other_lines_are_invalid() {
        for line in [
            "",
            "24:00:00.000 [INFO] a: b",
            "12:30:05.120 [TRACE] a: b",
            "x 12:30:05.120 [INFO] a: b",
            "12:30:05.120 [INFO] a: b (duration=99999999999999999999ms)",
        ] {
            assert_eq!(line.parse::<Entry>(), Err(InvalidLine), "{line}");
        }
    }

    #[test]
    fn the_summary_counts_what_matters() {
        let log = "\
            00:00:01.000 [INFO] db: open (duration=20ms)\n\
            00:00:02.000 [ERROR] db: lost\n\
            \n\
            a stray line\n\
            00:00:03.000 [WARN] net: slow (duration=700ms)\n\
            00:00:04.000 [WARN] db: slow (duration=90ms)\n";
        let expected = Summary {
            problems: BTreeMap::from([("db".to_owned(), 2), ("net".to_owned(), 1)]),
            slowest_ms: Some(700),
            invalid: 1,
        };
        assert_eq!(summarise(log.lines()), expected);
    }

    #[test]
    fn an_empty_log() {
        assert_eq!(summarise([]), Summary::default());
    }
}
