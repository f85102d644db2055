pub struct Config {
    pub host: String,
    pub port: u16,
}

pub fn address<C: Config>(config: &C) -> String {
    format!("{}:{}", config.host, config.port)
}
