//! The arguments of a small program that repeats a greeting.

use std::ffi::OsString;
use std::fmt;

/// How the program is called.
pub const USAGE: &str = "usage: args-by-hand [--times N] [--loud] [--] NAME...";

/// What the user asked for.
#[derive(Debug, PartialEq, Eq)]
pub struct Options {
    pub times: u32,
    pub loud: bool,
    pub names: Vec<String>,
}

/// Why the arguments cannot be used.
#[derive(Debug, PartialEq, Eq)]
pub enum ArgsError {
    UnknownOption(String),
    MissingValue(&'static str),
    NotANumber(String),
    NotUnicode(OsString),
    NoName,
}

impl fmt::Display for ArgsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::UnknownOption(option) => write!(f, "unknown option `{option}`"),
            Self::MissingValue(option) => write!(f, "`{option}` needs a value"),
            Self::NotANumber(text) => write!(f, "`{text}` is not a number"),
            Self::NotUnicode(text) => write!(f, "{text:?} is not Unicode"),
            Self::NoName => write!(f, "name at least one person to greet"),
        }
    }
}

impl std::error::Error for ArgsError {}

impl Options {
    /// Reads the arguments that follow the program's name.
    ///
    /// # Errors
    ///
    /// Says what is wrong with the first argument that cannot be used.
    pub fn parse<A: Into<OsString>>(args: impl IntoIterator<Item = A>) -> Result<Self, ArgsError> {
        let mut args = args
            .into_iter()
            .map(|arg| arg.into().into_string().map_err(ArgsError::NotUnicode));
        let mut options = Self {
            times: 1,
            loud: false,
            names: Vec::new(),
        };
        while let Some(arg) = args.next().transpose()? {
            match arg.as_str() {
                "--loud" | "-l" => options.loud = true,
                "--times" | "-t" => {
                    let value = args.next().ok_or(ArgsError::MissingValue("--times"))??;
                    options.times = number(&value)?;
                }
                // everything after it is a name, even if it looks like an option
                "--" => {
                    for rest in args.by_ref() {
                        options.names.push(rest?);
                    }
                }
                _ => match arg.strip_prefix("--times=") {
                    Some(value) => options.times = number(value)?,
                    None if arg.starts_with('-') => return Err(ArgsError::UnknownOption(arg)),
                    None => options.names.push(arg),
                },
            }
        }
        if options.names.is_empty() {
            return Err(ArgsError::NoName);
        }
        Ok(options)
    }

    /// Returns what the program prints.
    pub fn greeting(&self) -> String {
        let line = format!("Hello, {}!\n", self.names.join(" and "));
        let line = if self.loud { line.to_uppercase() } else { line };
        line.repeat(self.times as usize)
    }
}

fn number(text: &str) -> Result<u32, ArgsError> {
    text.parse()
        .map_err(|_| ArgsError::NotANumber(text.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn options_and_names_may_be_mixed() {
        let options = Options::parse(["Ann", "-t", "2", "Bo", "--loud"]).unwrap();
        assert_eq!(options.greeting(), "HELLO, ANN AND BO!\n".repeat(2));
        assert_eq!(Options::parse(["--times=3", "Ann"]).unwrap().times, 3);
    }

    #[test]
    fn after_two_dashes_everything_is_a_name() {
        let options = Options::parse(["--", "--loud"]).unwrap();
        assert_eq!(options.names, ["--loud"]);
        assert!(!options.loud);
    }

    #[test]
    fn what_is_wrong_is_said() {
        let error = |args: &[&str]| Options::parse(args).unwrap_err().to_string();
        assert_eq!(error(&["--quiet"]), "unknown option `--quiet`");
        assert_eq!(error(&["Ann", "--times"]), "`--times` needs a value");
        assert_eq!(error(&["-t", "many", "Ann"]), "`many` is not a number");
        assert_eq!(error(&[]), "name at least one person to greet");
    }

    #[cfg(unix)]
    #[test]
    fn what_is_not_unicode_is_an_error_and_no_panic() {
        use std::os::unix::ffi::OsStringExt;

        let odd = OsString::from_vec(vec![b'A', 0xff]);
        assert_eq!(
            Options::parse([odd.clone()]),
            Err(ArgsError::NotUnicode(odd))
        );
    }
}
