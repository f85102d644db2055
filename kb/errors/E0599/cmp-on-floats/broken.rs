pub struct Quote {
    pub symbol: String,
    pub price: f64,
}

pub fn cheapest_first(quotes: &mut [Quote]) {
    quotes.sort_by(|a, b| a.price.cmp(&b.price));
}

pub fn symbols(quotes: &[Quote]) -> Vec<&str> {
    quotes.iter().map(|quote| quote.symbol.as_str()).collect()
}
