//! Records in JSON, one per line.

use serde::Serialize;
use serde::de::DeserializeOwned;
use std::fmt;
use std::io::{self, BufRead, Write};
use std::marker::PhantomData;

/// Why a record could not be read.
#[derive(Debug)]
pub enum RecordError {
    /// Reading failed; the iterator ends after it.
    Io(io::Error),
    /// A line is no record of the wanted type; the next one may be.
    Invalid {
        /// The number of the line, from 1.
        line: usize,
        /// What is wrong.
        source: serde_json::Error,
    },
}

impl fmt::Display for RecordError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Io(_) => f.write_str("cannot read the records"),
            Self::Invalid { line, .. } => write!(f, "line {line} is not a valid record"),
        }
    }
}

impl std::error::Error for RecordError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Io(source) => Some(source),
            Self::Invalid { source, .. } => Some(source),
        }
    }
}

/// Reads records of the type `T`; blank lines are passed over.
#[derive(Debug)]
pub struct Records<R, T> {
    reader: R,
    buffer: String,
    line: usize,
    failed: bool,
    record: PhantomData<fn() -> T>,
}

/// Read records from anything buffered: a file, standard input, a byte slice.
pub fn records<T: DeserializeOwned, R: BufRead>(reader: R) -> Records<R, T> {
    Records {
        reader,
        buffer: String::new(),
        line: 0,
        failed: false,
        record: PhantomData,
    }
}

impl<R: BufRead, T: DeserializeOwned> Iterator for Records<R, T> {
    type Item = Result<T, RecordError>;

    fn next(&mut self) -> Option<Self::Item> {
        while !self.failed {
            self.buffer.clear();
            match self.reader.read_line(&mut self.buffer) {
                Ok(0) => return None,
                Ok(_) => self.line += 1,
                Err(error) => {
                    self.failed = true;
                    return Some(Err(RecordError::Io(error)));
                }
            }
            if !self.buffer.trim().is_empty() {
                let line = self.line;
                return Some(
                    serde_json::from_str(&self.buffer)
                        .map_err(|source| RecordError::Invalid { line, source }),
                );
            }
        }
        None
    }
}

/// Write records, one per line.
pub fn write<T: Serialize>(
    mut writer: impl Write,
    records: impl IntoIterator<Item = T>,
) -> io::Result<()> {
    for record in records {
        serde_json::to_writer(&mut writer, &record)?;
        writer.write_all(b"\n")?;
    }
    writer.flush()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde::Deserialize;

    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    struct Reading {
        sensor: String,
        value: f64,
    }

    fn reading(sensor: &str, value: f64) -> Reading {
        Reading {
            sensor: sensor.to_owned(),
            value,
        }
    }

    #[test]
    fn records_survive_a_round_trip() {
        let readings = [reading("a\nb", 1.5), reading("ü", -0.25)];
        let mut bytes = Vec::new();
        write(&mut bytes, &readings).expect("memory is writable");
        assert_eq!(bytes.iter().filter(|&&byte| byte == b'\n').count(), 2);
        let read: Result<Vec<Reading>, _> = records(bytes.as_slice()).collect();
        assert_eq!(read.expect("valid"), readings);
    }

    #[test]
    fn a_broken_line_does_not_hide_the_next() {
        let text = "{\"sensor\":\"a\",\"value\":1}\n\noops\n{\"sensor\":\"b\",\"value\":2}";
        let (good, bad): (Vec<_>, Vec<_>) =
            records::<Reading, _>(text.as_bytes()).partition(Result::is_ok);
        let good: Vec<_> = good.into_iter().filter_map(Result::ok).collect();
        assert_eq!(good, [reading("a", 1.0), reading("b", 2.0)]);
        let bad: Vec<_> = bad.into_iter().filter_map(Result::err).collect();
        assert!(
            matches!(bad[..], [RecordError::Invalid { line: 3, .. }]),
            "{bad:?}"
        );
    }

    #[test]
    fn a_failing_reader_ends_the_iterator() {
        let not_utf8 = b"\xff\xfe\n{}\n".as_slice();
        let mut records = records::<Reading, _>(not_utf8);
        assert!(matches!(records.next(), Some(Err(RecordError::Io(_)))));
        assert!(records.next().is_none());
    }
}
