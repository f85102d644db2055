pub fn total_weight(slots: Vec<Option<u32>>) -> u32 {
    let mut grams = 0;
    for Some(weight) in slots {
        grams += weight;
    }
    grams
}
