struct Steps {
    next: u32,
    step: u32,
}

impl Iterator for Steps {
    type Item = u32;

    fn next(&mut self) -> Option<u32> {
        let current = self.next;
        self.next += self.step;
        Some(current)
    }
}

pub fn first(count: usize, step: u32) -> Vec<u32> {
    Steps { next: 0, step }.take(count).collect()
}
