use std::collections::HashMap;

pub fn price(prices: &HashMap<String, u32>, article: &str) -> u32 {
    *prices
        .get(article)
        .expect(&format!("no price for {article}"))
}
