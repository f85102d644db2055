use std::collections::HashMap;

pub fn price_of<'a>(prices: &'a HashMap<String, u32>, item: &str) -> Option<&'a u32> {
    prices.get(item)
}

pub fn example(prices: &HashMap<String, u32>) -> u32 {
    price_of(prices, "bolt").copied().unwrap_or(0)
}
