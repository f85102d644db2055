pub fn checksum(digits: &[u32]) -> u32 {
    let mut sum = 0;
    for i in 0..digits.len() {
        sum += (i as u32 + 1) * digits[i];
    }
    sum % 11
}
