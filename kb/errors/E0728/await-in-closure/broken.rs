async fn fetch_price(item: &str) -> u64 {
    item.len() as u64 * 100
}

pub async fn prices(items: &[&str]) -> Vec<u64> {
    items.iter().map(|item| fetch_price(item).await).collect()
}
