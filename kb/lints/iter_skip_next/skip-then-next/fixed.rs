pub fn status_code(line: &str) -> Option<u16> {
    line.split(' ').nth(1)?.parse().ok()
}
