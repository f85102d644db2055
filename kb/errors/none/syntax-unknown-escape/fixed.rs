pub fn pattern() -> &'static str {
    r"^order-\d+$"
}
