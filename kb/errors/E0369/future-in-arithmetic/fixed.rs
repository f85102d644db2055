async fn stock(article: &str) -> u64 {
    article.len() as u64
}

pub async fn after_delivery(article: &str, delivered: u64) -> u64 {
    stock(article).await + delivered
}
