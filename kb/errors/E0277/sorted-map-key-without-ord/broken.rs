use std::collections::BTreeMap;

pub struct Shelf {
    pub row: u32,
    pub place: u32,
}

pub fn put(stock: &mut BTreeMap<Shelf, u32>, shelf: Shelf, count: u32) {
    stock.insert(shelf, count);
}
