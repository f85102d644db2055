pub fn pin(digits: &[u8]) -> String {
    digits
        .iter()
        .map(|digit| (digit % 10).to_string())
        .collect()
}
