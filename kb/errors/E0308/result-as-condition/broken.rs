use std::fs;
use std::path::PathBuf;

pub fn clean_up(files: &[PathBuf]) -> usize {
    let mut removed = 0;
    for file in files {
        if fs::remove_file(file) {
            removed += 1;
        }
    }
    removed
}
