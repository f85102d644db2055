use std::fs;
use std::io;

pub fn count_entries(path: &str) -> io::Result<usize> {
    let entries = fs::read_to_string(path)?
        .lines()
        .filter(|line| !line.starts_with('#'))
        .count();
    Ok(entries)
}
