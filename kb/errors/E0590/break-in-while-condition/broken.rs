pub fn header_lines(text: &str) -> usize {
    let mut lines = text.lines();
    let mut count = 0;
    while match lines.next() {
        Some(line) => !line.is_empty(),
        None => break,
    } {
        count += 1;
    }
    count
}
