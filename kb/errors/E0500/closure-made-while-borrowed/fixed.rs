fn pay_in(balance: &mut i64) {
    let before = *balance;
    let mut deposit = |cents: i64| *balance += cents;
    deposit(500);
    deposit(250);
    println!("the balance was {before}");
}

fn main() {
    let mut balance = 1_000;
    pay_in(&mut balance);
    println!("now it is {balance}");
}
