pub struct Account {
    pub cents: i64,
}

pub fn transfer(accounts: &mut [Account], from: usize, to: usize, cents: i64) -> bool {
    let source = &mut accounts[from];
    let target = &mut accounts[to];
    source.cents -= cents;
    target.cents += cents;
    true
}
