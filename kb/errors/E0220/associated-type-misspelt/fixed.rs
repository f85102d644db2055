pub struct Pages {
    pub next_page: Option<u32>,
    pub last: u32,
}

impl Iterator for Pages {
    type Item = u32;

    fn next(&mut self) -> Option<Self::Item> {
        let page = self.next_page?;
        self.next_page = (page < self.last).then_some(page + 1);
        Some(page)
    }
}
