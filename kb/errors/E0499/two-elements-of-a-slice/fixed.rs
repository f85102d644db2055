pub struct Account {
    pub cents: i64,
}

pub fn transfer(accounts: &mut [Account], from: usize, to: usize, cents: i64) -> bool {
    let Ok([source, target]) = accounts.get_disjoint_mut([from, to]) else {
        return false;
    };
    source.cents -= cents;
    target.cents += cents;
    true
}
