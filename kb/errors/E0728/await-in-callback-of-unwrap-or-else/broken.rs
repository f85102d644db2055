async fn load_name(id: u32) -> String {
    format!("user {id}")
}

pub async fn display_name(cached: Option<String>, id: u32) -> String {
    cached.unwrap_or_else(|| load_name(id).await)
}
