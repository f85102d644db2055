pub fn fee(amount: u32, member: bool) -> u32 {
    if amount > 1_000 {
        0
    } else if member {
        0
    } else {
        5
    }
}
