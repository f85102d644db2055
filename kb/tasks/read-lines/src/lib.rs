//! Reading text line by line, from a file or from anything else that is buffered.

use std::fs::File;
use std::io::{self, BufRead, BufReader};
use std::path::Path;

/// A line that was looked for, with its number counted from 1.
#[derive(Debug, PartialEq, Eq)]
pub struct Hit {
    pub number: usize,
    pub line: String,
}

/// Returns the lines of `path` that contain `word`.
///
/// # Errors
///
/// Fails where the file cannot be opened or read, or is not UTF-8.
pub fn find_in_file(path: impl AsRef<Path>, word: &str) -> io::Result<Vec<Hit>> {
    find(BufReader::new(File::open(path)?), word)
}

/// Returns the lines of `reader` that contain `word`.
///
/// # Errors
///
/// Fails where `reader` does, or gives text that is not UTF-8.
pub fn find(reader: impl BufRead, word: &str) -> io::Result<Vec<Hit>> {
    let mut hits = Vec::new();
    for (index, line) in reader.lines().enumerate() {
        let line = line?;
        if line.contains(word) {
            hits.push(Hit {
                number: index + 1,
                line,
            });
        }
    }
    Ok(hits)
}

/// Returns the longest line, reusing one buffer for all of them.
///
/// # Errors
///
/// Fails where `reader` does, or gives text that is not UTF-8.
pub fn longest_line(mut reader: impl BufRead) -> io::Result<String> {
    let mut longest = String::new();
    let mut line = String::new();
    loop {
        line.clear();
        if reader.read_line(&mut line)? == 0 {
            return Ok(longest);
        }
        let text = line.trim_end_matches(['\r', '\n']);
        if text.len() > longest.len() {
            longest = text.to_owned();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    const POEM: &str = "the sea is wide\r\nthe boat is small\n\nno land in sight";

    #[test]
    fn lines_come_with_their_numbers_and_without_their_ends() -> io::Result<()> {
        let hits = find(POEM.as_bytes(), "is")?;
        let numbers: Vec<_> = hits.iter().map(|hit| hit.number).collect();
        assert_eq!(numbers, [1, 2]);
        assert_eq!(hits[0].line, "the sea is wide");
        Ok(())
    }

    #[test]
    fn a_last_line_without_an_end_counts() -> io::Result<()> {
        assert_eq!(find(POEM.as_bytes(), "sight")?[0].number, 4);
        assert_eq!(longest_line(POEM.as_bytes())?, "the boat is small");
        Ok(())
    }

    #[test]
    fn a_file_is_read_and_a_missing_one_is_an_error() -> io::Result<()> {
        let path = std::env::temp_dir().join(format!("read-lines-{}.txt", std::process::id()));
        fs::write(&path, POEM)?;
        let found = find_in_file(&path, "boat");
        fs::remove_file(&path)?;
        assert_eq!(found?.len(), 1);
        let missing = find_in_file(&path, "boat").unwrap_err();
        assert_eq!(missing.kind(), io::ErrorKind::NotFound);
        Ok(())
    }

    #[test]
    fn what_is_not_utf8_is_an_error_and_not_skipped() {
        let error = find(&b"fine\n\xff\xfe\nfine"[..], "fine").unwrap_err();
        assert_eq!(error.kind(), io::ErrorKind::InvalidData);
    }
}
