pub struct Table {
    pub lines: Vec<Vec<String>>,
}

pub fn unit(table: &Table) -> Option<String> {
    let units = table.lines.get(1);
    let unit = &units[0];
    Some(unit.trim().to_lowercase())
}
