pub fn total(amounts: &[u32]) -> u32 {
    let mut total = 0;
    for amount in amounts {
        total += amount;
    }
    total
}
