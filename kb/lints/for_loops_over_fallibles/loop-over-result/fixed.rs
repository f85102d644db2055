use std::fs;
use std::io;

pub fn count_entries(folder: &str) -> io::Result<usize> {
    Ok(fs::read_dir(folder)?.count())
}
