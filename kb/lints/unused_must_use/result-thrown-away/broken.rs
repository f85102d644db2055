use std::fs::File;
use std::io::{self, Write};

pub fn save_report(path: &str, report: &str) -> io::Result<()> {
    let mut file = File::create(path)?;
    file.write_all(report.as_bytes());
    file.sync_all()
}
