fn column(text: &str, width: usize) -> String {
    format!("{text:>width$}")
}

pub fn line(article: &str, amount: u32) -> String {
    column(article, 20) + &column(&amount.to_string(), 8)
}
