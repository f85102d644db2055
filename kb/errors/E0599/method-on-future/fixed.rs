pub async fn fetch_token(user: &str) -> String {
    format!(" token-for-{user}\n")
}

pub async fn auth_header(user: &str) -> String {
    let token = fetch_token(user).await;
    format!("Bearer {}", token.trim())
}
