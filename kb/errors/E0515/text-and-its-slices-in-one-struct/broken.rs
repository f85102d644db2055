pub struct Document<'a> {
    pub text: String,
    pub lines: Vec<&'a str>,
}

pub fn load<'a>(text: String) -> Document<'a> {
    let lines = text.lines().collect();
    Document { text, lines }
}
