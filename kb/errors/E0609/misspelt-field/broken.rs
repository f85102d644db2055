pub struct Account {
    pub owner: String,
    pub balance_cents: i64,
}

pub fn overdrawn(accounts: &[Account]) -> usize {
    accounts
        .iter()
        .filter(|account| account.balance < 0)
        .count()
}
