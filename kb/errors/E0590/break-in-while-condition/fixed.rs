pub fn header_lines(text: &str) -> usize {
    let mut count = 0;
    for line in text.lines() {
        if line.is_empty() {
            break;
        }
        count += 1;
    }
    count
}
