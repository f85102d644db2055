pub fn columns(line: &str) -> usize {
    let separator = ';
    line.split(separator).count()
}
