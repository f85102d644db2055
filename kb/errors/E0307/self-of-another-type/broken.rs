struct Account {
    balance: i64,
}

impl Account {
    fn covers(self: i64) -> bool {
        self.balance >= 100
    }
}

fn main() {
    let account = Account { balance: 250 };
    println!("{}", account.covers());
}
