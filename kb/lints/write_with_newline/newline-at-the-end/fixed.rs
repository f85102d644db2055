use std::fmt::{self, Write};

pub fn table(rows: &[(String, u32)]) -> Result<String, fmt::Error> {
    let mut text = String::new();
    for (name, count) in rows {
        writeln!(text, "{name}: {count}")?;
    }
    Ok(text)
}
