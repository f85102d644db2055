pub fn count_separators(document: &str) -> usize {
    let mut separators = 0;
    for line in document.lines() {
        if line.trim() == '-' {
            separators += 1;
        }
    }
    separators
}
