pub fn plural(count: usize) -> &'static str {
    if count == 1 { "" } else { "s" }
}
