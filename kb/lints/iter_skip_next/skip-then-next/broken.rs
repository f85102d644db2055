pub fn status_code(line: &str) -> Option<u16> {
    line.split(' ').skip(1).next()?.parse().ok()
}
