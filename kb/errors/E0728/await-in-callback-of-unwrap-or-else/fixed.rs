async fn load_name(id: u32) -> String {
    format!("user {id}")
}

pub async fn display_name(cached: Option<String>, id: u32) -> String {
    match cached {
        Some(name) => name,
        None => load_name(id).await,
    }
}
