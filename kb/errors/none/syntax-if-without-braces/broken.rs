pub fn discount(total: u64) -> u64 {
    if total < 1000 return 0;
    total / 10
}
