pub fn prices(base: u32, discount: u32) -> Vec<u32> {
    let rules = [|price| price + base, |price| price - discount];
    rules.iter().map(|rule| rule(100)).collect()
}
