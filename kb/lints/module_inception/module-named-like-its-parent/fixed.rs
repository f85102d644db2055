pub mod parser {
    pub fn parse(line: &str) -> Vec<&str> {
        line.split(',').collect()
    }
}
