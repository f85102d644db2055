pub struct LineItem {
    pub unit_cents: u64,
    pub quantity: u64,
}

pub fn line_totals(items: &[LineItem]) -> Vec<u64> {
    items
        .iter()
        .map(|item| item.unit_cents * item.quantity)
        .collect()
}
