pub struct Table {
    pub lines: Vec<Vec<String>>,
}

pub fn unit(table: &Table) -> Option<String> {
    let unit = table.lines.get(1)?.first()?;
    Some(unit.trim().to_lowercase())
}
