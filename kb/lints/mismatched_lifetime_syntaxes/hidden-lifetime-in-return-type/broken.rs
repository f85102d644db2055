pub struct Document {
    pub text: String,
}

pub struct Words<'a> {
    pub rest: &'a str,
}

impl Document {
    pub fn words(&self) -> Words {
        Words { rest: &self.text }
    }
}
