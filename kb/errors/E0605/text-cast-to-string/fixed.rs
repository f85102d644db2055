pub struct Tag {
    pub label: String,
    pub weight: u8,
}

pub fn parse_tag(text: &str) -> Tag {
    let (label, weight) = text.split_once(':').unwrap_or((text, "1"));
    Tag {
        label: label.to_string(),
        weight: weight.parse().unwrap_or(1),
    }
}
