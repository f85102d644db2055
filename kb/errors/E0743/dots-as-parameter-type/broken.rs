pub fn total(numbers: &...) -> i64 {
    numbers.iter().sum()
}
