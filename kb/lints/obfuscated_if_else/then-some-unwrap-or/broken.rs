pub fn label(paid: bool) -> &'static str {
    paid.then_some("paid").unwrap_or("open")
}
