#[derive(Default)]
pub struct Options {
    pub retries: u32,
    pub verbose: bool,
    pub prefix: String,
}

pub fn patient() -> Options {
    Options {
        retries: 5,
        verbose: true,
        ..Default::default()
    }
}
