pub fn last_entry(log: &str) -> Option<&str> {
    let mut last = None;
    for line in log.lines() {
        last = Some(line);
    }
    last
}
