use std::num::ParseIntError;

pub fn numbers(line: &str) -> Result<Vec<u32>, ParseIntError> {
    line.split_whitespace()
        .map(|word| word.parse::<u32>())
        .collect()
}
