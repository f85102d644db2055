pub fn digit_sum(number: &str) -> u32 {
    number
        .chars()
        .filter_map(|letter| letter.to_digit(10))
        .sum()
}
