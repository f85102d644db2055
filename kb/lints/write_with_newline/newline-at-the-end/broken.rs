use std::fmt::{self, Write};

pub fn table(rows: &[(String, u32)]) -> Result<String, fmt::Error> {
    let mut text = String::new();
    for (name, count) in rows {
        write!(text, "{name}: {count}\n")?;
    }
    Ok(text)
}
