pub fn command(line: &str) -> Option<&str> {
    line.split_whitespace().next()
}
