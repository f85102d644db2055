pub struct Order {
    pub id: u32,
}

pub fn parse_order(line: &str) -> Option<Self> {
    let id = line.trim().parse().ok()?;
    Some(Order { id })
}
