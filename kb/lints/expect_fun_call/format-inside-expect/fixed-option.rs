use std::collections::HashMap;

pub fn price(prices: &HashMap<String, u32>, article: &str) -> Option<u32> {
    prices.get(article).copied()
}
