pub fn fee(amount: u32, member: bool) -> u32 {
    if amount > 1_000 || member { 0 } else { 5 }
}
