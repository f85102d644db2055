//! Keep the lines of a file that mention a word.

use std::io;
use std::path::{Path, PathBuf};
use tokio::fs::{self, File};
use tokio::io::{AsyncBufRead, AsyncBufReadExt, AsyncWrite, AsyncWriteExt, BufReader, BufWriter};

/// Copy the lines that contain `word`, and return how many there were.
///
/// Every line that is written ends in a newline. `output` is flushed.
pub async fn filter(
    input: impl AsyncBufRead + Unpin,
    mut output: impl AsyncWrite + Unpin,
    word: &str,
) -> io::Result<usize> {
    let mut lines = input.lines();
    let mut kept = 0;
    while let Some(line) = lines.next_line().await? {
        if line.contains(word) {
            output.write_all(line.as_bytes()).await?;
            output.write_all(b"\n").await?;
            kept += 1;
        }
    }
    output.flush().await?;
    Ok(kept)
}

/// Write the matching lines of the file `from` to the file `to`, which appears only when it is complete.
pub async fn filter_file(from: &Path, to: &Path, word: &str) -> io::Result<usize> {
    let input = BufReader::new(File::open(from).await?);
    let unfinished = beside(to);
    let outcome = async {
        let file = File::create(&unfinished).await?;
        let mut output = BufWriter::new(file);
        let kept = filter(input, &mut output, word).await?;
        output.into_inner().sync_all().await?;
        fs::rename(&unfinished, to).await?;
        Ok(kept)
    }
    .await;
    if outcome.is_err() {
        // The first error is the one to report; this only tidies up.
        let _ = fs::remove_file(&unfinished).await;
    }
    outcome
}

fn beside(path: &Path) -> PathBuf {
    path.with_added_extension("part")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn matching_lines_are_copied_from_any_reader() {
        let mut output = Vec::new();
        let text = b"one error\nfine\nlast error".as_slice();
        let kept = filter(text, &mut output, "error").await.expect("readable");
        assert_eq!(kept, 2);
        assert_eq!(output, b"one error\nlast error\n");
    }

    #[tokio::test]
    async fn files_are_replaced_as_a_whole() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let (from, to) = (
            folder.path().join("log.txt"),
            folder.path().join("errors.txt"),
        );
        fs::write(&from, "a\nb error\n").await.expect("writable");
        fs::write(&to, "old").await.expect("writable");
        assert_eq!(filter_file(&from, &to, "error").await.expect("works"), 1);
        assert_eq!(fs::read_to_string(&to).await.expect("there"), "b error\n");
        assert!(!beside(&to).exists());
    }

    #[tokio::test]
    async fn a_bad_line_leaves_the_old_result() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let (from, to) = (
            folder.path().join("log.txt"),
            folder.path().join("errors.txt"),
        );
        fs::write(&from, b"error 1\n\xff\xfe\n")
            .await
            .expect("writable");
        fs::write(&to, "old").await.expect("writable");
        let error = filter_file(&from, &to, "error")
            .await
            .expect_err("not UTF-8");
        assert_eq!(error.kind(), io::ErrorKind::InvalidData);
        assert_eq!(fs::read_to_string(&to).await.expect("there"), "old");
        assert!(!beside(&to).exists());
    }

    #[tokio::test]
    async fn a_missing_file_is_an_error() {
        let error = filter_file(Path::new("no/such/file"), Path::new("out"), "x")
            .await
            .expect_err("it is not there");
        assert_eq!(error.kind(), io::ErrorKind::NotFound);
    }
}
