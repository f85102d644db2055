use std::fs;
use std::io;

pub fn count_entries(folder: &str) -> io::Result<usize> {
    let mut count = 0;
    for entries in fs::read_dir(folder) {
        count += entries.count();
    }
    Ok(count)
}
