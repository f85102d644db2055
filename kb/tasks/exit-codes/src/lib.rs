//! Comparing two files, with an answer in the exit status.

use std::fmt;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{ExitCode, Termination};

/// What came out, as scripts want to know it.
#[derive(Debug)]
pub enum Outcome {
    Same,
    Different,
    Trouble(Trouble),
}

/// Why there is no answer.
#[derive(Debug)]
pub enum Trouble {
    Usage,
    Unreadable(PathBuf, io::Error),
}

impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Usage => write!(f, "usage: exit-codes FILE FILE"),
            Self::Unreadable(path, error) => write!(f, "{}: {error}", path.display()),
        }
    }
}

impl From<Result<bool, Trouble>> for Outcome {
    fn from(result: Result<bool, Trouble>) -> Self {
        match result {
            Ok(true) => Self::Same,
            Ok(false) => Self::Different,
            Err(trouble) => Self::Trouble(trouble),
        }
    }
}

impl Termination for Outcome {
    fn report(self) -> ExitCode {
        match self {
            Self::Same => ExitCode::SUCCESS,
            Self::Different => ExitCode::from(1),
            Self::Trouble(trouble) => {
                eprintln!("exit-codes: {trouble}");
                ExitCode::from(2)
            }
        }
    }
}

/// Compares the two files that `args` name.
///
/// # Errors
///
/// Fails where there are not two arguments, or a file cannot be read.
pub fn run(args: &[PathBuf]) -> Result<bool, Trouble> {
    let [left, right] = args else {
        return Err(Trouble::Usage);
    };
    Ok(read(left)? == read(right)?)
}

fn read(path: &Path) -> Result<Vec<u8>, Trouble> {
    fs::read(path).map_err(|error| Trouble::Unreadable(path.to_owned(), error))
}
