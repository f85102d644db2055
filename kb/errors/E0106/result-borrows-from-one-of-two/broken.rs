use std::collections::HashMap;

pub fn price_of(prices: &HashMap<String, u32>, item: &str) -> Option<&u32> {
    prices.get(item)
}

pub fn example(prices: &HashMap<String, u32>) -> u32 {
    price_of(prices, "bolt").copied().unwrap_or(0)
}
