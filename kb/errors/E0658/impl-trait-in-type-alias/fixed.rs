pub fn lines(log: &str) -> impl Iterator<Item = &str> {
    log.lines().filter(|line| !line.is_empty())
}
