pub fn comment(stock: Option<u32>) -> &'static str {
    match stock {
        Some(count) if count < 5 => "order soon",
        Some(_) => "in stock",
        None => "unknown article",
    }
}
