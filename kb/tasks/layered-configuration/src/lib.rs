//! Settings of a program in four layers.

use serde::Deserialize;
use std::fmt;

/// The settings in the end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// Where to listen.
    pub host: String,
    /// The port to listen on.
    pub port: u16,
    /// Tell more?
    pub verbose: bool,
}

/// What one source says; `None` where it says nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Layer {
    /// Where to listen.
    pub host: Option<String>,
    /// The port to listen on.
    pub port: Option<u16>,
    /// Tell more?
    pub verbose: Option<bool>,
}

/// A value that cannot be used, with the place it comes from.
#[derive(Debug, PartialEq, Eq)]
pub struct SettingError {
    source: String,
    reason: String,
}

impl fmt::Display for SettingError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.source, self.reason)
    }
}

impl std::error::Error for SettingError {}

impl Layer {
    /// The layer of a TOML file; `source` is its name, for errors.
    pub fn from_toml(source: &str, text: &str) -> Result<Self, SettingError> {
        toml::from_str(text).map_err(|error| SettingError {
            source: source.to_owned(),
            reason: error.message().to_owned(),
        })
    }

    /// The layer of the variables `APP_HOST`, `APP_PORT` and `APP_VERBOSE`; an empty one counts as not set.
    ///
    /// In a program: `Layer::from_env(|name| std::env::var(name).ok())`.
    pub fn from_env(variable: impl Fn(&str) -> Option<String>) -> Result<Self, SettingError> {
        let set = |name| variable(name).filter(|value| !value.is_empty());
        Ok(Self {
            host: set("APP_HOST"),
            port: set("APP_PORT")
                .map(|value| {
                    let port = value.parse();
                    port.map_err(|_| wrong("APP_PORT", "a number from 0 to 65535", &value))
                })
                .transpose()?,
            verbose: set("APP_VERBOSE")
                .map(|value| match value.to_ascii_lowercase().as_str() {
                    "1" | "true" | "yes" | "on" => Ok(true),
                    "0" | "false" | "no" | "off" => Ok(false),
                    _ => Err(wrong("APP_VERBOSE", "yes or no", &value)),
                })
                .transpose()?,
        })
    }

    /// Lay this one over `weaker`: what this one says counts.
    pub fn over(self, weaker: Self) -> Self {
        Self {
            host: self.host.or(weaker.host),
            port: self.port.or(weaker.port),
            verbose: self.verbose.or(weaker.verbose),
        }
    }

    /// Fill in the defaults.
    pub fn finish(self) -> Settings {
        Settings {
            host: self.host.unwrap_or_else(|| "127.0.0.1".to_owned()),
            port: self.port.unwrap_or(8080),
            verbose: self.verbose.unwrap_or(false),
        }
    }
}

fn wrong(source: &str, expected: &str, found: &str) -> SettingError {
    SettingError {
        source: source.to_owned(),
        reason: format!("expected {expected}, found {found:?}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn env(variables: &[(&str, &str)]) -> Result<Layer, SettingError> {
        Layer::from_env(|name| {
            let found = variables.iter().find(|(key, _)| *key == name);
            found.map(|(_, value)| (*value).to_owned())
        })
    }

    #[test]
    fn the_stronger_layer_counts() {
        let file = "host = 'file'\nport = 1\nverbose = true";
        let file = Layer::from_toml("app.toml", file).expect("valid");
        let env = env(&[("APP_PORT", "2"), ("APP_VERBOSE", "off")]).expect("valid");
        let flags = Layer {
            port: Some(3),
            ..Layer::default()
        };
        let settings = flags.over(env).over(file).finish();
        let expected = Settings {
            host: "file".to_owned(),
            port: 3,
            verbose: false,
        };
        assert_eq!(settings, expected);
    }

    #[test]
    fn without_any_layer_there_are_defaults() {
        let settings = Layer::default().finish();
        assert_eq!((settings.port, settings.verbose), (8080, false));
    }

    #[test]
    fn an_empty_variable_is_not_set() {
        assert_eq!(
            env(&[("APP_PORT", ""), ("APP_HOST", "")]),
            Ok(Layer::default())
        );
    }

    #[test]
    fn errors_name_their_source() {
        let error = env(&[("APP_PORT", "70000")]).expect_err("too large");
        assert_eq!(
            error.to_string(),
            "APP_PORT: expected a number from 0 to 65535, found \"70000\""
        );
        let error = env(&[("APP_VERBOSE", "maybe")]).expect_err("neither");
        assert!(error.to_string().starts_with("APP_VERBOSE: "), "{error}");
        let error = Layer::from_toml("app.toml", "prot = 1").expect_err("misspelt");
        assert!(
            error.to_string().starts_with("app.toml: unknown field"),
            "{error}"
        );
    }
}
