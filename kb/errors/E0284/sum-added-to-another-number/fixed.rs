pub fn invoice_total(base: u64, items: &[u32]) -> u64 {
    base + items.iter().map(|cents| u64::from(*cents)).sum::<u64>()
}

pub fn example() -> u64 {
    invoice_total(500, &[250, 499])
}
