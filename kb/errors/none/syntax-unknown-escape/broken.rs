pub fn pattern() -> &'static str {
    "^order-\d+$"
}
