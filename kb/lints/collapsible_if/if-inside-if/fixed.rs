pub struct Account {
    pub active: bool,
    pub balance: i64,
}

pub fn withdraw(account: &mut Account, amount: i64) -> bool {
    if account.active && account.balance >= amount {
        account.balance -= amount;
        return true;
    }
    false
}
