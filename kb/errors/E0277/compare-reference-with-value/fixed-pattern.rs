pub struct Group {
    pub member_ids: Vec<u32>,
}

impl Group {
    pub fn mentions(&self, wanted: u32) -> usize {
        self.member_ids.iter().filter(|&&id| id == wanted).count()
    }
}
