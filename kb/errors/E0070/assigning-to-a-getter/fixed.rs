pub struct Config {
    pub timeout: u32,
}

impl Config {
    pub fn timeout(&self) -> u32 {
        self.timeout
    }
}

pub fn be_patient(config: &mut Config) {
    if config.timeout() < 30 {
        config.timeout = 30;
    }
}
