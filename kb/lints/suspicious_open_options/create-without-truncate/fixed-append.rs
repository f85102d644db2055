use std::fs::{File, OpenOptions};
use std::io;

pub fn open_report(path: &str) -> io::Result<File> {
    OpenOptions::new().create(true).append(true).open(path)
}
