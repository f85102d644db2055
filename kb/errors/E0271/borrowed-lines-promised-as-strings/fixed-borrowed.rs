pub fn entries<'a>(log: &'a str) -> Box<dyn Iterator<Item = &'a str> + 'a> {
    Box::new(log.lines())
}
