//! The settings of a small server, from its environment.

use std::fmt;
use std::str::FromStr;

/// How the server runs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    pub host: String,
    pub port: u16,
    pub verbose: bool,
    pub data: Option<String>,
}

/// A variable holds what it cannot hold.
#[derive(Debug, PartialEq, Eq)]
pub struct WrongValue {
    pub name: &'static str,
    pub value: String,
    pub expected: &'static str,
}

impl fmt::Display for WrongValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            name,
            value,
            expected,
        } = self;
        write!(f, "{name}={value:?} is not {expected}")
    }
}

impl std::error::Error for WrongValue {}

impl Settings {
    /// Reads the settings through `variable`, which returns what a name is set to.
    ///
    /// # Errors
    ///
    /// Names the first variable with a wrong value.
    pub fn read(variable: impl Fn(&str) -> Option<String>) -> Result<Self, WrongValue> {
        let text = |name: &str| variable(name).filter(|value| !value.is_empty());
        let verbose = match text("APP_VERBOSE").as_deref() {
            None | Some("0" | "false" | "no") => false,
            Some("1" | "true" | "yes") => true,
            Some(other) => {
                return Err(WrongValue {
                    name: "APP_VERBOSE",
                    value: other.to_owned(),
                    expected: "yes or no",
                });
            }
        };
        Ok(Self {
            host: text("APP_HOST").unwrap_or_else(|| "127.0.0.1".to_owned()),
            port: parsed("APP_PORT", text("APP_PORT"), "a port number")?.unwrap_or(8080),
            verbose,
            data: text("APP_DATA"),
        })
    }

    /// Reads the settings of this process.
    ///
    /// # Errors
    ///
    /// Fails as [`Settings::read`] does.
    pub fn from_environment() -> Result<Self, WrongValue> {
        // what is not Unicode is kept as something that will be shown and refused
        Self::read(|name| std::env::var_os(name).map(|value| value.to_string_lossy().into_owned()))
    }
}

fn parsed<T: FromStr>(
    name: &'static str,
    value: Option<String>,
    expected: &'static str,
) -> Result<Option<T>, WrongValue> {
    let Some(value) = value else { return Ok(None) };
    match value.trim().parse() {
        Ok(found) => Ok(Some(found)),
        Err(_) => Err(WrongValue {
            name,
            value,
            expected,
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(set: &[(&str, &str)]) -> Result<Settings, WrongValue> {
        Settings::read(|name| {
            let found = set.iter().find(|(key, _)| *key == name);
            found.map(|(_, value)| (*value).to_owned())
        })
    }

    #[test]
    fn what_is_not_set_has_a_default() {
        let settings = read(&[]).unwrap();
        assert_eq!((settings.host.as_str(), settings.port), ("127.0.0.1", 8080));
        assert_eq!((settings.verbose, settings.data), (false, None));
    }

    #[test]
    fn what_is_set_counts_and_empty_is_unset() {
        let set = [
            ("APP_PORT", " 9000"),
            ("APP_VERBOSE", "yes"),
            ("APP_HOST", ""),
        ];
        let settings = read(&set).unwrap();
        assert_eq!((settings.port, settings.verbose), (9000, true));
        assert_eq!(settings.host, "127.0.0.1");
    }

    #[test]
    fn a_wrong_value_is_named() {
        let message = |name, value| read(&[(name, value)]).unwrap_err().to_string();
        assert_eq!(
            message("APP_PORT", "70000"),
            "APP_PORT=\"70000\" is not a port number"
        );
        assert_eq!(
            message("APP_VERBOSE", "maybe"),
            "APP_VERBOSE=\"maybe\" is not yes or no"
        );
    }
}
