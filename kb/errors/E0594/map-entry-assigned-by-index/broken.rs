use std::collections::HashMap;

fn main() {
    let mut prices = HashMap::from([("bolt", 20), ("nut", 35)]);
    prices["bolt"] = 25;
    println!("{prices:?}");
}
