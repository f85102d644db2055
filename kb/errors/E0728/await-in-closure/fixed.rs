async fn fetch_price(item: &str) -> u64 {
    item.len() as u64 * 100
}

pub async fn prices(items: &[&str]) -> Vec<u64> {
    let mut prices = Vec::with_capacity(items.len());
    for item in items {
        prices.push(fetch_price(item).await);
    }
    prices
}
