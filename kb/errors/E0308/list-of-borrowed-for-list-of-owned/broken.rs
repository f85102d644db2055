pub struct Article {
    pub title: String,
    pub tags: Vec<String>,
}

pub fn article(title: &str, line: &str) -> Article {
    let words: Vec<&str> = line.split(',').map(str::trim).collect();
    Article {
        title: title.to_string(),
        tags: words,
    }
}
