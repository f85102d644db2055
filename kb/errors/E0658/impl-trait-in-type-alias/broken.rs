pub type Lines<'a> = impl Iterator<Item = &'a str>;

pub fn lines(log: &str) -> Lines<'_> {
    log.lines().filter(|line| !line.is_empty())
}
