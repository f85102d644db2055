pub struct Article {
    pub price: String,
    pub stock: u32,
}

pub fn cheapest_cents(articles: &[Article]) -> Option<u64> {
    let mut best: Option<u64> = None;
    for article in articles.iter().filter(|a| a.stock > 0) {
        let Ok(cents) = article.price.replace('.', "").parse::<u64>() else {
            continue;
        };
        best = Some(best.map_or(cents, |b| b.min(cents)));
    }
    best
}
