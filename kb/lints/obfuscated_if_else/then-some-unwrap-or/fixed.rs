pub fn label(paid: bool) -> &'static str {
    if paid { "paid" } else { "open" }
}
