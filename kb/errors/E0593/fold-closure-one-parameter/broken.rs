pub fn number(digits: &[u64]) -> u64 {
    digits.iter().fold(0, |digit| digit * 10)
}
