pub struct Config {
    pub port: u16,
    pub verbose: bool,
}

pub fn local() -> Config {
    Config {
        port: 8080
        verbose: true,
    }
}
