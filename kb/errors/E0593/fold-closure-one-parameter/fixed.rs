pub fn number(digits: &[u64]) -> u64 {
    digits.iter().fold(0, |so_far, digit| so_far * 10 + digit)
}
