pub struct Document {
    pub lines: Vec<String>,
}

pub fn load(text: String) -> Document {
    let lines = text.lines().map(str::to_string).collect();
    Document { lines }
}
