use std::fmt::Write;
use std::io::{self, Write};

pub fn table(rows: &[(String, u32)]) -> io::Result<()> {
    let mut text = String::new();
    for (name, amount) in rows {
        let _ = writeln!(text, "{name:<20}{amount:>8}");
    }
    io::stdout().write_all(text.as_bytes())
}
