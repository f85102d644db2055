pub struct Item {
    pub article: String,
    pub count: u32,
}

pub fn parse_item(line: &str) -> Option<Item> {
    let (article, count) = line.split_once(';')?;
    Some(Item {
        article: article.to_string(),
        count: count,
    })
}
