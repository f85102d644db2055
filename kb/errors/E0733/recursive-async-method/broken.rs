pub struct Client {
    pub tries: u32,
}

impl Client {
    async fn request(&self, path: &str) -> Option<String> {
        (path.len() > 1).then(|| format!("200 {path}"))
    }

    pub async fn fetch(&self, path: &str, attempt: u32) -> Option<String> {
        match self.request(path).await {
            Some(body) => Some(body),
            None if attempt < self.tries => self.fetch(path, attempt + 1).await,
            None => None,
        }
    }
}
