#[derive(Default)]
pub struct Config {
    pub timeout: u32,
}

impl Config {
    pub fn timeout(&self) -> u32 {
        self.timeout
    }
}

pub fn patient() -> Config {
    let mut config = Config::default();
    config.timeout = 30;
    config
}
