use std::collections::HashMap;

pub fn article_names(prices: &HashMap<String, u32>) -> Vec<&String> {
    prices.iter().map(|(name, _)| name).collect()
}
