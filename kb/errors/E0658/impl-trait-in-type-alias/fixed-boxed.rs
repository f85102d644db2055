pub type Lines<'a> = Box<dyn Iterator<Item = &'a str> + 'a>;

pub fn lines(log: &str) -> Lines<'_> {
    Box::new(log.lines().filter(|line| !line.is_empty()))
}
