pub struct Config {
    pub host: String,
    pub port: u16,
}

pub fn address(config: &Config) -> String {
    format!("{}:{}", config.host, config.port)
}
