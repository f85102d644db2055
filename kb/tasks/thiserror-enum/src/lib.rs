//! Loading a high score from a file.

use std::fs;
use std::io;
use std::num::ParseIntError;
use std::path::{Path, PathBuf};

use thiserror::Error;

/// Why there is no score.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum ScoreError {
    #[error("cannot read {}", path.display())]
    Read { path: PathBuf, source: io::Error },

    #[error("the score is no number")]
    Number(#[from] ParseIntError),

    #[error("{found} is more than the {most} points that can be had")]
    Impossible { found: u32, most: u32 },
}

/// More than this cannot be reached.
pub const MOST: u32 = 10_000;

/// Returns the score that `path` holds.
///
/// # Errors
///
/// Fails where the file cannot be read, or does not hold a possible score.
pub fn load_score(path: &Path) -> Result<u32, ScoreError> {
    let text = fs::read_to_string(path).map_err(|source| ScoreError::Read {
        path: path.to_owned(),
        source,
    })?;
    parse_score(&text)
}

/// Returns the score that `text` holds.
///
/// # Errors
///
/// Fails where that is no number, or an impossible one.
pub fn parse_score(text: &str) -> Result<u32, ScoreError> {
    let found = text.trim().parse()?;
    if found > MOST {
        return Err(ScoreError::Impossible { found, most: MOST });
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::error::Error;

    #[test]
    fn a_score_is_read() {
        assert_eq!(parse_score(" 1200\n").unwrap(), 1200);
        assert_eq!(parse_score("10000").unwrap(), MOST);
    }

    #[test]
    fn the_file_is_named_and_the_cause_kept() {
        let error = load_score(Path::new("no/score.txt")).unwrap_err();
        assert_eq!(error.to_string(), "cannot read no/score.txt");
        let ScoreError::Read { source, .. } = &error else {
            panic!("unexpected: {error:?}");
        };
        assert_eq!(source.kind(), io::ErrorKind::NotFound);
        assert!(error.source().is_some());
    }

    #[test]
    fn a_question_mark_converts() {
        let error = parse_score("many").unwrap_err();
        assert!(matches!(error, ScoreError::Number(_)));
        assert_eq!(
            error.source().unwrap().to_string(),
            "invalid digit found in string"
        );
    }

    #[test]
    fn values_are_in_the_message() {
        let error = parse_score("10001").unwrap_err();
        assert_eq!(
            error.to_string(),
            "10001 is more than the 10000 points that can be had"
        );
        assert!(error.source().is_none());
    }
}
