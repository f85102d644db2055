pub struct Account {
    pub cents: i64,
}

pub fn transfer(accounts: &mut [Account], from: usize, to: usize, cents: i64) -> bool {
    let (source, target) = if from < to {
        let (low, high) = accounts.split_at_mut(to);
        (&mut low[from], &mut high[0])
    } else if to < from {
        let (low, high) = accounts.split_at_mut(from);
        (&mut high[0], &mut low[to])
    } else {
        return false;
    };
    source.cents -= cents;
    target.cents += cents;
    true
}
