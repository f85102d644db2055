pub struct Summary {
    pub total: u64,
    pub highest: Option<u64>,
}

pub fn summarize(prices: Vec<u64>) -> Summary {
    let total = prices.into_iter().sum();
    let highest = prices.into_iter().max();
    Summary { total, highest }
}
