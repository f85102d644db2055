use std::io::{self, Write};

pub fn write_report(out: &mut dyn Write, rows: &[String]) -> io::Result<()> {
    if rows.is_empty() {
        return;
    }
    for row in rows {
        writeln!(out, "{row}")?;
    }
    Ok(())
}
