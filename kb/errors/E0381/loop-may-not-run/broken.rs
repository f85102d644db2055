pub fn last_entry(log: &str) -> &str {
    let mut last;
    for line in log.lines() {
        last = line;
    }
    last
}
