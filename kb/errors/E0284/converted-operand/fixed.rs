pub fn with_postage(total: u64, extra: u32) -> u64 {
    total + u64::from(extra)
}

pub fn example() -> u64 {
    with_postage(10_000, 499)
}
