pub async fn label(id: u32) -> String {
    format!("order {}", id)
}
