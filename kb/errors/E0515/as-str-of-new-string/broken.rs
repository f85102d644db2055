pub struct Item {
    pub name: String,
    pub cents: u32,
}

pub fn receipt_line(item: &Item) -> &str {
    let line = format!("{:<20}{:>8}", item.name, item.cents);
    line.as_str()
}
