//! Files with `[sections]` and `key = value`.

use std::collections::BTreeMap;
use std::fmt;

/// Keys and values by section; what stands before the first section is under the empty name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ini<'a> {
    sections: BTreeMap<&'a str, BTreeMap<&'a str, &'a str>>,
}

/// A line that is not understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IniError {
    /// Its number, from 1.
    pub line: usize,
    /// What is wrong with it.
    pub problem: Problem,
}

/// What can be wrong with a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// `[section` without its end, or without a name.
    BadSection,
    /// There is no `=`.
    NoValue,
    /// There is nothing before the `=`.
    NoKey,
    /// The key was there before.
    Duplicate(String),
}

impl fmt::Display for IniError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: ", self.line)?;
        match &self.problem {
            Problem::BadSection => f.write_str("a section looks like [name]"),
            Problem::NoValue => f.write_str("expected key = value"),
            Problem::NoKey => f.write_str("there is no key before ="),
            Problem::Duplicate(key) => write!(f, "{key} was set before"),
        }
    }
}

impl std::error::Error for IniError {}

impl<'a> Ini<'a> {
    /// Read a file's text. Lines that start with `;` or `#` are comments.
    pub fn parse(text: &'a str) -> Result<Self, IniError> {
        let mut ini = Self::default();
        let mut section = "";
        for (index, line) in text.lines().enumerate() {
            let fail = |problem| IniError {
                line: index + 1,
                problem,
            };
            let line = line.trim();
            if line.is_empty() || line.starts_with([';', '#']) {
                continue;
            }
            if let Some(rest) = line.strip_prefix('[') {
                section = rest
                    .strip_suffix(']')
                    .map(str::trim)
                    .filter(|name| !name.is_empty())
                    .ok_or_else(|| fail(Problem::BadSection))?;
                // A section without keys is there as well.
                ini.sections.entry(section).or_default();
                continue;
            }
            let (key, value) = line.split_once('=').ok_or_else(|| fail(Problem::NoValue))?;
            let key = key.trim_end();
            if key.is_empty() {
                return Err(fail(Problem::NoKey));
            }
            let keys = ini.sections.entry(section).or_default();
            if keys.insert(key, unquote(value.trim_start())).is_some() {
                return Err(fail(Problem::Duplicate(key.to_owned())));
            }
        }
        Ok(ini)
    }

    /// The value of a key.
    pub fn get(&self, section: &str, key: &str) -> Option<&'a str> {
        self.sections.get(section)?.get(key).copied()
    }

    /// The sections in the order of the alphabet.
    pub fn sections(&self) -> impl Iterator<Item = &'a str> {
        self.sections.keys().copied()
    }
}

/// Quotes keep blanks at the ends of a value.
fn unquote(value: &str) -> &str {
    value
        .strip_prefix('"')
        .and_then(|rest| rest.strip_suffix('"'))
        .unwrap_or(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "\
        name = test\r\n\
        ; a comment\n\
        [ server ]\n\
        port=80\n\
        url = http://x/?a=b;c\n\
        motd = \" hi \"\n\
        empty =\n\
        [empty]\n\
        [server]\n\
        # continued\n\
        tls = on\n";

    #[test]
    fn keys_by_section() {
        let ini = Ini::parse(TEXT).expect("valid");
        for (section, key, value) in [
            ("", "name", "test"),
            ("server", "port", "80"),
            ("server", "url", "http://x/?a=b;c"),
            ("server", "motd", " hi "),
            ("server", "empty", ""),
            ("server", "tls", "on"),
        ] {
            assert_eq!(ini.get(section, key), Some(value), "{section}.{key}");
        }
        assert_eq!(ini.get("server", "name"), None);
        assert_eq!(ini.get("client", "port"), None);
        assert_eq!(ini.sections().collect::<Vec<_>>(), ["", "empty", "server"]);
    }

    #[test]
    fn problems_tell_their_line() {
        for (text, line, problem) in [
            ("a = 1\n[b", 2, Problem::BadSection),
            ("[]", 1, Problem::BadSection),
            ("\n\nnothing", 3, Problem::NoValue),
            ("= 1", 1, Problem::NoKey),
            ("[s]\na=1\n[s]\na=2", 4, Problem::Duplicate("a".to_owned())),
        ] {
            assert_eq!(Ini::parse(text), Err(IniError { line, problem }), "{text}");
        }
    }

    #[test]
    fn the_same_key_in_two_sections_is_fine() {
        let ini = Ini::parse("[a]\nx=1\n[b]\nx=2").expect("valid");
        assert_eq!(
            (ini.get("a", "x"), ini.get("b", "x")),
            (Some("1"), Some("2"))
        );
    }

    #[test]
    fn an_empty_file() {
        assert_eq!(Ini::parse(""), Ok(Ini::default()));
    }
}
