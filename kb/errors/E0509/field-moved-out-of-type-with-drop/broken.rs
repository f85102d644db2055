pub struct Report {
    text: String,
}

impl Drop for Report {
    fn drop(&mut self) {
        println!("{} characters not sent", self.text.len());
    }
}

impl Report {
    pub fn finish(self) -> String {
        self.text
    }
}
