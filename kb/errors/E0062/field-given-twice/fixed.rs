pub struct Client {
    pub url: String,
    pub retries: u32,
}

pub fn client(url: &str, retries: u32) -> Client {
    Client {
        url: url.to_string(),
        retries,
    }
}
