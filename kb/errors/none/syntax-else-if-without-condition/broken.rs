pub fn size(kilobytes: u64) -> &'static str {
    if kilobytes < 10 {
        "small"
    } else if kilobytes < 1000 {
        "medium"
    } else if {
        "large"
    }
}
