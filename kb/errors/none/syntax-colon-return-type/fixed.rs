pub fn is_even(number: u64) -> bool {
    number % 2 == 0
}
