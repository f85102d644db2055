mod bank {
    pub struct Account {
        balance: i64,
    }

    impl Account {
        pub fn open() -> Account {
            Account { balance: 0 }
        }

        pub fn deposit(&mut self, cents: i64) {
            self.balance += cents;
        }

        pub fn balance(&self) -> i64 {
            self.balance
        }
    }
}

fn main() {
    let mut account = bank::Account::open();
    account.deposit(500);
    println!("{} {}", account.balance(), account.balance() / 100);
}
