mod bank {
    pub struct Account {
        pub owner: String,
        balance: i64,
    }

    impl Account {
        pub fn open(owner: String) -> Account {
            Account { owner, balance: 0 }
        }

        pub fn balance(&self) -> i64 {
            self.balance
        }
    }
}

fn main() {
    let account = bank::Account {
        owner: "Ada".to_string(),
        balance: 0,
    };
    println!("{}: {}", account.owner, account.balance());
}
