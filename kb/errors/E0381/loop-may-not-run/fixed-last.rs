pub fn last_entry(log: &str) -> Option<&str> {
    log.lines().last()
}
