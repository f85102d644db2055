pub fn total(amount: u64, percent: u64) -> u64 {
    amount + amount * percent / 100
}
