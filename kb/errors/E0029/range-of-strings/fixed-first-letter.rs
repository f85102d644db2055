pub fn shelf(author: &str) -> u8 {
    match author.chars().next() {
        Some('a'..='m') => 1,
        _ => 2,
    }
}
