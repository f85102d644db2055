pub trait Store {
    fn load(&self, key: &str) -> impl Future<Output = Option<String>> + Send;
}
