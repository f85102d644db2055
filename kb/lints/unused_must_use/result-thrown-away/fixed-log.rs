use std::fs::File;
use std::io::{self, Write};

pub fn save_report(path: &str, report: &str) -> io::Result<()> {
    let mut file = File::create(path)?;
    if let Err(error) = file.write_all(report.as_bytes()) {
        eprintln!("could not write {path}: {error}");
    }
    file.sync_all()
}
