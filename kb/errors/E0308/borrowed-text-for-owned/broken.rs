pub enum Entry {
    Note(String),
    Divider,
}

pub fn line(entry: &Entry) -> String {
    match entry {
        Entry::Note(text) => text,
        Entry::Divider => "-".repeat(20),
    }
}
