pub struct Account {
    pub cents: i64,
}

pub fn transfer(accounts: &mut [Account], from: usize, to: usize, cents: i64) -> bool {
    accounts[from].cents -= cents;
    accounts[to].cents += cents;
    true
}
