use std::fs;
use std::path::PathBuf;

pub fn clean_up(files: &[PathBuf]) -> usize {
    let mut removed = 0;
    for file in files {
        match fs::remove_file(file) {
            Ok(()) => removed += 1,
            Err(error) => eprintln!("{}: {error}", file.display()),
        }
    }
    removed
}
