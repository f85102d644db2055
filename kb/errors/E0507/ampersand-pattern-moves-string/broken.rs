pub fn print_prices(items: &[(String, u32)]) {
    for &(name, price) in items {
        println!("{name}: {price}");
    }
}

pub fn example() {
    print_prices(&[("bolt".to_string(), 20)]);
}
