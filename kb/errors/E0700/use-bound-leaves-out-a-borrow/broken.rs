pub fn above<'a>(orders: &'a [u32], limit: &u32) -> impl Iterator<Item = u32> + use<'a> {
    orders.iter().copied().filter(move |cents| cents > limit)
}

pub fn example() -> usize {
    let orders = [500, 20_000];
    above(&orders, &10_000).count()
}
