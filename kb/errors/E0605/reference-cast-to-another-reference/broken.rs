pub fn total(counts: &[u32]) -> u64 {
    let mut total = 0;
    for count in counts {
        total += *(count as &u64);
    }
    total
}
