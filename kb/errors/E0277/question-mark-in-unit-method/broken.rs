use std::fs::File;
use std::io::{self, Write};

pub struct AuditLog {
    file: File,
}

impl AuditLog {
    pub fn record(&mut self, action: &str) {
        writeln!(self.file, "{action}")?;
        self.file.flush()?;
    }
}

pub fn open(path: &str) -> io::Result<AuditLog> {
    Ok(AuditLog {
        file: File::create(path)?,
    })
}
