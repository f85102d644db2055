fn main() {
    let mut prices = vec![250, 499, 120];
    prices.push(75);
    let first = &prices[0];
    println!("first price {first}, {} in all", prices.len());
}
