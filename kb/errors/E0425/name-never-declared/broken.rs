pub fn gross(net: u64) -> u64 {
    net + net * TAX / 100
}
