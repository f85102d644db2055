pub struct Order {
    pub id: u32,
}

impl Order {
    pub fn parse(line: &str) -> Option<Self> {
        let id = line.trim().parse().ok()?;
        Some(Order { id })
    }
}
