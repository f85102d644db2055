pub struct Request {
    url: String,
    retries: u32,
}

impl Request {
    pub fn new(url: &str) -> Self {
        Request {
            url: url.to_string(),
            retries: 0,
        }
    }

    pub fn retries(mut self, retries: u32) -> Self {
        self.retries = retries;
        self
    }

    pub fn describe(&self) -> String {
        format!("{} ({} retries)", self.url, self.retries)
    }
}

pub fn prepare(url: &str, important: bool) -> String {
    let request = Request::new(url);
    if important {
        request.retries(3);
    }
    request.describe()
}
