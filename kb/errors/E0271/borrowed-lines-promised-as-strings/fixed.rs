pub fn entries<'a>(log: &'a str) -> Box<dyn Iterator<Item = String> + 'a> {
    Box::new(log.lines().map(str::to_string))
}
