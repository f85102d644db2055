pub struct Counter {
    pub value: u64,

    pub fn increase(&mut self) {
        self.value += 1;
    }
}
