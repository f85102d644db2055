pub fn numbers(line: &str) -> Vec<u32> {
    line.split_whitespace()
        .filter_map(|word| word.parse().ok())
        .collect()
}
