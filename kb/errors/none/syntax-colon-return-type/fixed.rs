pub fn last_digit(number: u64) -> u64 {
    number % 10
}
