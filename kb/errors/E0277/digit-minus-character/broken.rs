pub fn digit_sum(number: &str) -> u32 {
    number.chars().map(|digit| digit as u32 - '0').sum()
}
