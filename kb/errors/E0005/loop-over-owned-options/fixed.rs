pub fn total_weight(slots: Vec<Option<u32>>) -> u32 {
    let mut grams = 0;
    for weight in slots.into_iter().flatten() {
        grams += weight;
    }
    grams
}
