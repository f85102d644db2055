use std::fs::File;
use std::io::{self, Write};

pub struct AuditLog {
    file: File,
}

impl AuditLog {
    pub fn record(&mut self, action: &str) {
        if let Err(error) = writeln!(self.file, "{action}").and_then(|()| self.file.flush()) {
            eprintln!("audit log: {error}");
        }
    }
}

pub fn open(path: &str) -> io::Result<AuditLog> {
    Ok(AuditLog {
        file: File::create(path)?,
    })
}
