pub fn digit_sum(number: &str) -> u32 {
    number.chars().filter_map(|digit| digit.to_digit(10)).sum()
}
