pub struct Item {
    pub name: String,
    pub cents: u32,
}

pub fn receipt_line(item: &Item) -> String {
    format!("{:<20}{:>8}", item.name, item.cents)
}
