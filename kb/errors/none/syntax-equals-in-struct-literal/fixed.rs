pub struct Config {
    pub host: String,
    pub port: u16,
}

pub fn local() -> Config {
    Config {
        host: String::from("localhost"),
        port: 8080,
    }
}
