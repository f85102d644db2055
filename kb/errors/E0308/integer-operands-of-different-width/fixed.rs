pub struct Window {
    pub limit: u32,
    pub lines: Vec<String>,
}

impl Window {
    pub fn visible(&self) -> usize {
        let mut position = 0;
        while position < self.lines.len() && position < self.limit as usize {
            position += 1;
        }
        position
    }
}
