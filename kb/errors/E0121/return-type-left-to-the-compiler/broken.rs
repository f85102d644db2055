pub fn tags(line: &str) -> _ {
    line.split_whitespace()
        .filter(|word| word.starts_with('#'))
        .map(str::to_lowercase)
        .collect::<Vec<String>>()
}
