pub fn numbers(line: &str) -> Vec<u32> {
    line.split_whitespace()
        .map(|word| word.parse::<u32>())
        .collect()
}
