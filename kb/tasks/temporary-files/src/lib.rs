//! Sorting lines with scratch files instead of memory.

use std::fs::File;
use std::io::{self, BufRead, BufReader, BufWriter, Lines, Seek, Write};

/// Writes the lines of `input` to `output` in order, holding about `limit` lines at a time.
///
/// # Errors
///
/// Fails where reading, writing or making a scratch file does.
///
/// # Panics
///
/// Panics where `limit` is 0.
pub fn sort_lines(input: impl BufRead, output: &mut impl Write, limit: usize) -> io::Result<()> {
    assert!(limit > 0, "at least one line must be held");
    let mut runs = Vec::new();
    let mut held = Vec::new();
    for line in input.lines() {
        held.push(line?);
        if held.len() == limit {
            runs.push(write_run(&mut held)?);
        }
    }
    if !held.is_empty() {
        runs.push(write_run(&mut held)?);
    }
    merge(runs, output)
}

/// Writes `held` in order into a scratch file, which is gone as soon as it is closed.
fn write_run(held: &mut Vec<String>) -> io::Result<File> {
    held.sort_unstable();
    let mut writer = BufWriter::new(tempfile::tempfile()?);
    for line in held.drain(..) {
        writeln!(writer, "{line}")?;
    }
    let mut file = writer.into_inner()?;
    file.rewind()?;
    Ok(file)
}

fn merge(runs: Vec<File>, output: &mut impl Write) -> io::Result<()> {
    let mut runs: Vec<Lines<BufReader<File>>> = runs
        .into_iter()
        .map(|file| BufReader::new(file).lines())
        .collect();
    let mut heads: Vec<Option<String>> = runs
        .iter_mut()
        .map(|run| run.next().transpose())
        .collect::<io::Result<_>>()?;
    loop {
        let first = (0..heads.len())
            .filter(|&index| heads[index].is_some())
            .min_by_key(|&index| &heads[index]);
        let Some(index) = first else { return Ok(()) };
        if let Some(line) = heads[index].take() {
            writeln!(output, "{line}")?;
        }
        heads[index] = runs[index].next().transpose()?;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    fn sorted(text: &str, limit: usize) -> String {
        let mut output = Vec::new();
        sort_lines(text.as_bytes(), &mut output, limit).unwrap();
        String::from_utf8(output).unwrap()
    }

    #[test]
    fn lines_are_sorted_whatever_is_held() {
        let text = "pear\napple\nfig\napple\nkiwi\n";
        for limit in 1..=6 {
            assert_eq!(
                sorted(text, limit),
                "apple\napple\nfig\nkiwi\npear\n",
                "{limit}"
            );
        }
    }

    #[test]
    fn nothing_gives_nothing() {
        assert_eq!(sorted("", 3), "");
    }

    #[test]
    fn a_folder_is_gone_with_its_value() -> io::Result<()> {
        let folder = tempfile::tempdir()?;
        let path = folder.path().to_path_buf();
        fs::write(path.join("scratch"), "x")?;
        assert!(path.join("scratch").is_file());
        drop(folder);
        assert!(!path.exists());
        Ok(())
    }
}
