use std::sync::Arc;

pub struct Config {
    pub host: String,
    pub port: u16,
}

pub fn connect(host: String, port: u16) -> String {
    format!("{host}:{port}")
}

pub fn open(config: Arc<Config>) -> String {
    connect(config.host.clone(), config.port)
}
