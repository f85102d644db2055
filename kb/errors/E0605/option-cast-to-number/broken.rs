pub fn check_digit(code: &str) -> Option<u64> {
    let mut sum = 0;
    for (position, letter) in code.chars().enumerate() {
        let digit = letter.to_digit(10) as u64;
        let weight = if position % 2 == 0 { 1 } else { 3 };
        sum += digit * weight;
    }
    Some((10 - sum % 10) % 10)
}
