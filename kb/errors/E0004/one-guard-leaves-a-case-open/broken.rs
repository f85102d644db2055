pub fn comment(stock: Option<u32>) -> &'static str {
    match stock {
        Some(count) if count < 5 => "order soon",
        None => "unknown article",
    }
}
