async fn stock(article: u32) -> Result<u64, String> {
    if article == 0 {
        return Err("there is no article 0".to_string());
    }
    Ok(u64::from(article) * 3)
}

pub async fn after_sale(article: u32) -> Result<u64, String> {
    let count = stock(article).await?;
    Ok(count.saturating_sub(1))
}
