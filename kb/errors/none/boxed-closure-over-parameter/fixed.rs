pub fn matcher(pattern: &str) -> Box<dyn Fn(&str) -> bool + '_> {
    Box::new(move |line| line.contains(pattern))
}

pub fn example() -> bool {
    let is_error = matcher("error");
    is_error("error: disk full")
}
