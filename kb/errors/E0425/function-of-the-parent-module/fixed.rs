fn total(prices: &[u32]) -> u32 {
    prices.iter().sum()
}

pub mod report {
    pub fn line(prices: &[u32]) -> String {
        format!("total: {}", super::total(prices))
    }
}
