pub fn refund(amount: i64) -> i64 {
    -amount
}
