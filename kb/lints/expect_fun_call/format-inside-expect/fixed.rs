use std::collections::HashMap;

pub fn price(prices: &HashMap<String, u32>, article: &str) -> u32 {
    *prices
        .get(article)
        .unwrap_or_else(|| panic!("no price for {article}"))
}
