pub struct Config {
    pub host: String,
    pub timeout_ms: u64,
}

pub fn local() -> Config {
    Config {
        host: "localhost".to_string(),
        timeout: 500,
    }
}
