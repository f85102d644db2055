pub fn checksum(digits: &[u32]) -> u32 {
    let mut sum = 0;
    for (i, digit) in digits.iter().enumerate() {
        sum += (i as u32 + 1) * digit;
    }
    sum % 11
}
