//! The settings of a small server.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

/// All settings; each may be left out of the file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Config {
    /// The port to listen on, not 0.
    pub port: u16,
    /// Folders that are served.
    pub folders: Vec<PathBuf>,
    /// What is logged.
    pub log: Log,
}

/// Settings of the log.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Log {
    /// How much.
    pub level: Level,
    /// Where to; standard error if it is not set.
    pub file: Option<PathBuf>,
}

/// How much is logged.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// Only what went wrong.
    Error,
    /// What happens.
    #[default]
    Info,
    /// Everything.
    Debug,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            port: 8080,
            folders: vec![PathBuf::from("public")],
            log: Log::default(),
        }
    }
}

/// Why a configuration cannot be used; it names the file.
#[derive(Debug)]
pub enum ConfigError {
    /// The file is there but cannot be read.
    Unreadable(PathBuf, io::Error),
    /// The file is not what it should be.
    Invalid(PathBuf, String),
}

impl fmt::Display for ConfigError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreadable(path, error) => write!(f, "cannot read {}: {error}", path.display()),
            Self::Invalid(path, reason) => write!(f, "{}: {reason}", path.display()),
        }
    }
}

impl std::error::Error for ConfigError {}

impl Config {
    /// Read the file; without one the defaults are used.
    pub fn load(path: &Path) -> Result<Self, ConfigError> {
        let text = match fs::read_to_string(path) {
            Ok(text) => text,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Self::default()),
            Err(error) => return Err(ConfigError::Unreadable(path.to_owned(), error)),
        };
        Self::parse(&text).map_err(|reason| ConfigError::Invalid(path.to_owned(), reason))
    }

    fn parse(text: &str) -> Result<Self, String> {
        let config: Self = toml::from_str(text).map_err(|error| error.to_string())?;
        if config.port == 0 {
            return Err("port must not be 0".to_owned());
        }
        Ok(config)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn load(text: &str) -> Result<Config, ConfigError> {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let path = folder.path().join("server.toml");
        fs::write(&path, text).expect("writable");
        Config::load(&path)
    }

    #[test]
    fn what_is_not_said_is_the_default() {
        assert_eq!(load("").expect("valid"), Config::default());
        let config = load("port = 9000\n[log]\nlevel = \"debug\"").expect("valid");
        assert_eq!(config.port, 9000);
        assert_eq!(config.log.level, Level::Debug);
        assert_eq!(config.folders, Config::default().folders);
    }

    #[test]
    fn a_missing_file_is_fine() {
        let config = Config::load(Path::new("no/such/server.toml")).expect("defaults");
        assert_eq!(config, Config::default());
    }

    #[test]
    fn a_folder_in_its_place_is_not() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let error = Config::load(folder.path()).expect_err("a folder");
        assert!(matches!(error, ConfigError::Unreadable(..)), "{error}");
    }

    #[test]
    fn mistakes_are_named() {
        for (text, expected) in [
            ("prot = 80", "unknown field `prot`"),
            ("port = 70000", "u16"),
            ("port = 0", "must not be 0"),
            ("[log]\nlevel = \"loud\"", "unknown variant `loud`"),
            ("port = ", "line 1"),
        ] {
            let error = load(text).expect_err(text).to_string();
            assert!(
                error.contains("server.toml") && error.contains(expected),
                "{error}"
            );
        }
    }

    #[test]
    fn the_defaults_can_be_written_as_a_starting_point() {
        let text = toml::to_string(&Config::default()).expect("plain data");
        assert_eq!(load(&text).expect("valid"), Config::default());
    }
}
