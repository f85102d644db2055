pub struct LineItem {
    pub unit_cents: u64,
    pub quantity: u64,
}

pub fn line_totals(items: &Vec<LineItem>) -> Vec<u64> {
    items.map(|item| item.unit_cents * item.quantity).collect()
}
