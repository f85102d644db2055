pub struct Batch<'a> {
    lines: &'a mut Vec<String>,
}

impl Drop for Batch<'_> {
    fn drop(&mut self) {
        self.lines.clear();
    }
}

impl Batch<'_> {
    pub fn buffer(&mut self) -> &mut Vec<String> {
        self.lines
    }
}
