pub trait Store {
    async fn load(&self, key: &str) -> Option<String>;
}
