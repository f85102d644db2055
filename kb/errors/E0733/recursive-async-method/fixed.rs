pub struct Client {
    pub tries: u32,
}

impl Client {
    async fn request(&self, path: &str) -> Option<String> {
        (path.len() > 1).then(|| format!("200 {path}"))
    }

    pub async fn fetch(&self, path: &str, attempt: u32) -> Option<String> {
        for _ in attempt..=self.tries {
            if let Some(body) = self.request(path).await {
                return Some(body);
            }
        }
        None
    }
}
