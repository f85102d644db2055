pub struct Batch<'a> {
    lines: &'a mut Vec<String>,
}

impl Drop for Batch<'_> {
    fn drop(&mut self) {
        self.lines.clear();
    }
}

impl<'a> Batch<'a> {
    pub fn buffer(self) -> &'a mut Vec<String> {
        &mut *self.lines
    }
}
