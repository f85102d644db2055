pub fn total(amount: u64, amount: u64) -> u64 {
    amount + amount / 100
}
