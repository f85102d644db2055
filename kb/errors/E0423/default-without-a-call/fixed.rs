#[derive(Default)]
pub struct Options {
    pub verbose: bool,
    pub level: u8,
}

pub fn noisy() -> Options {
    Options {
        verbose: true,
        ..Default::default()
    }
}
