pub fn prices(base: u32, discount: u32) -> Vec<u32> {
    let rules: [Box<dyn Fn(u32) -> u32>; 2] = [
        Box::new(move |price| price + base),
        Box::new(move |price| price - discount),
    ];
    rules.iter().map(|rule| rule(100)).collect()
}
