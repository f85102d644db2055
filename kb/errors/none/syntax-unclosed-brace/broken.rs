pub fn total(orders: &[u64]) -> u64 {
    let mut total = 0;
    for order in orders {
        total += order;

    total
}
