use std::collections::HashMap;

pub struct Stock {
    pub count: u32,
}

pub fn restock(shelf: &mut HashMap<String, Stock>, item: &str, count: u32) {
    if let Some(stock) = shelf.get(item) {
        stock.count += count;
    }
}
