use std::fmt::Write;

pub fn stock_report(items: &[(&str, u32)]) -> Result<String, std::fmt::Error> {
    let mut report = String::new();
    for (name, count) in items {
        writeln!(report, "{name}: {count} left")?;
    }
    Ok(report)
}
