pub struct Part {
    text: String,
}

impl Part {
    pub fn into_text(self) -> String {
        self.text
    }
}

pub fn joined(parts: Vec<Part>) -> String {
    let mut all = String::new();
    for part in &parts {
        all.push_str(&part.into_text());
    }
    all
}
