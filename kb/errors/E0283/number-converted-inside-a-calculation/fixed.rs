pub fn yearly(cents: u32) -> u64 {
    u64::from(cents) * 12
}

pub fn example() -> u64 {
    yearly(1_999)
}
