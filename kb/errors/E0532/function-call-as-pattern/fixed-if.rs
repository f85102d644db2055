fn limit(factor: u32) -> u32 {
    factor * 100
}

pub fn check(load: u32, factor: u32) -> &'static str {
    if load == limit(factor) {
        "at the limit"
    } else {
        "fine"
    }
}
