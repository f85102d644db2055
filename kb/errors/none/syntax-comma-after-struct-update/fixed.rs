#[derive(Default)]
pub struct Config {
    pub port: u16,
    pub verbose: bool,
}

pub fn verbose() -> Config {
    Config {
        verbose: true,
        ..Config::default()
    }
}
