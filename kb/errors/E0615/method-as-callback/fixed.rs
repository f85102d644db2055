pub struct Importer {
    pub columns: usize,
}

impl Importer {
    fn is_valid(&self, line: &&str) -> bool {
        line.split(';').count() == self.columns
    }

    pub fn valid_lines<'a>(&self, text: &'a str) -> Vec<&'a str> {
        text.lines().filter(|line| self.is_valid(line)).collect()
    }
}
