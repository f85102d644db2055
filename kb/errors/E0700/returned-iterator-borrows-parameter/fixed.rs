pub fn large_orders(orders: &[u32]) -> impl Iterator<Item = u32> + '_ {
    orders.iter().copied().filter(|cents| *cents > 10_000)
}

pub fn example() -> usize {
    large_orders(&[500, 20_000]).count()
}
