fn main() {
    let mut prices = vec![250, 499, 120];
    let first = prices[0];
    prices.push(75);
    println!("first price {first}, {} in all", prices.len());
}
