struct Account {
    balance: i64,
}

impl Account {
    fn covers(&self, amount: i64) -> bool {
        self.balance >= amount
    }
}

fn main() {
    let account = Account { balance: 250 };
    println!("{}", account.covers(100));
}
