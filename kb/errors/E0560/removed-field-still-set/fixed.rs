pub struct Client {
    pub base_url: String,
    pub retries: u32,
}

impl Client {
    pub fn new(base_url: &str) -> Client {
        Client {
            base_url: base_url.to_string(),
            retries: 3,
        }
    }
}
