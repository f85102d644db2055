fn main() {
    let prices = [250, 499, 120];
    let total: i32 = prices.iter().sum();
    println!("total {total}");
}
