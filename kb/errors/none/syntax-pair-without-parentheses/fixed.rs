use std::collections::HashMap;

pub fn total(stock: &HashMap<String, u32>) -> u32 {
    let mut total = 0;
    for (name, count) in stock {
        println!("{name}: {count}");
        total += count;
    }
    total
}
