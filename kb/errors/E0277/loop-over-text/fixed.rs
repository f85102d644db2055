pub fn digit_sum(number: &str) -> u32 {
    let mut sum = 0;
    for letter in number.chars() {
        if let Some(digit) = letter.to_digit(10) {
            sum += digit;
        }
    }
    sum
}
