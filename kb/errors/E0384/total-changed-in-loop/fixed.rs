fn main() {
    let prices = [250, 499, 120];
    let mut total = 0;
    for price in prices {
        total += price;
    }
    println!("total {total}");
}
