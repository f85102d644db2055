impl Iterator for (u32, u32) {
    type Item = u32;

    fn next(&mut self) -> Option<u32> {
        let current = self.0;
        self.0 += self.1;
        Some(current)
    }
}

pub fn first(count: usize, step: u32) -> Vec<u32> {
    (0, step).take(count).collect()
}
