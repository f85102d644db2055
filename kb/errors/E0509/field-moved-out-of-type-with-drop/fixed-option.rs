pub struct Report {
    text: Option<String>,
}

impl Drop for Report {
    fn drop(&mut self) {
        if let Some(text) = &self.text {
            println!("{} characters not sent", text.len());
        }
    }
}

impl Report {
    pub fn finish(mut self) -> Option<String> {
        self.text.take()
    }
}
