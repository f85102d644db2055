use std::collections::HashMap;

pub fn total_stock(shelves: &HashMap<String, u32>) -> u32 {
    let mut total = 0;
    for (_, count) in shelves {
        total += count;
    }
    total
}
