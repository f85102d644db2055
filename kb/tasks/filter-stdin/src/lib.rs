//! Numbering the lines of a text, as a filter in a pipe.

use std::io::{self, BufRead, Write};

/// Copies `input` to `output` with each line's number before it; returns how many there were.
///
/// The bytes need not be UTF-8, and a missing line end at the end stays missing.
///
/// # Errors
///
/// Fails where reading or writing does.
pub fn number_lines(mut input: impl BufRead, output: &mut impl Write) -> io::Result<u64> {
    let mut line = Vec::new();
    let mut count = 0;
    loop {
        line.clear();
        if input.read_until(b'\n', &mut line)? == 0 {
            output.flush()?;
            return Ok(count);
        }
        count += 1;
        write!(output, "{count:>6}  ")?;
        output.write_all(&line)?;
    }
}

/// Turns the end of interest at the other side of the pipe into success.
///
/// # Errors
///
/// Hands on every other error.
pub fn ignore_broken_pipe<T: Default>(result: io::Result<T>) -> io::Result<T> {
    match result {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(T::default()),
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_get_numbers() -> io::Result<()> {
        let mut output = Vec::new();
        assert_eq!(number_lines(&b"one\n\ntwo"[..], &mut output)?, 3);
        assert_eq!(output, b"     1  one\n     2  \n     3  two");
        Ok(())
    }

    #[test]
    fn bytes_that_are_no_text_pass_through() -> io::Result<()> {
        let mut output = Vec::new();
        number_lines(&b"\xff\n"[..], &mut output)?;
        assert_eq!(output, b"     1  \xff\n");
        Ok(())
    }

    #[test]
    fn a_closed_pipe_is_no_failure_and_a_full_disk_is() {
        struct Failing(io::ErrorKind);
        impl Write for Failing {
            fn write(&mut self, _: &[u8]) -> io::Result<usize> {
                Err(self.0.into())
            }
            fn flush(&mut self) -> io::Result<()> {
                Ok(())
            }
        }
        let run = |kind| ignore_broken_pipe(number_lines(&b"one\n"[..], &mut Failing(kind)));
        assert!(run(io::ErrorKind::BrokenPipe).is_ok());
        assert_eq!(
            run(io::ErrorKind::StorageFull).unwrap_err().kind(),
            io::ErrorKind::StorageFull
        );
    }
}
