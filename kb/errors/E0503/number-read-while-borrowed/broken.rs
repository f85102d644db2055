fn spend(left: &mut u32, amount: u32) {
    *left -= amount;
}

fn main() {
    let mut budget = 100;
    let left = &mut budget;
    let before = budget;
    spend(left, 30);
    println!("{before} before, {budget} now");
}
