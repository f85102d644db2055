pub struct Document {
    pub text: String,
}

pub struct Words<'a> {
    pub rest: &'a str,
}

impl Document {
    pub fn words(&self) -> Words<'_> {
        Words { rest: &self.text }
    }
}
