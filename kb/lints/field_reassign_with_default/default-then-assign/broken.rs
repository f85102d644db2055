#[derive(Default)]
pub struct Options {
    pub retries: u32,
    pub verbose: bool,
    pub prefix: String,
}

pub fn patient() -> Options {
    let mut options = Options::default();
    options.retries = 5;
    options.verbose = true;
    options
}
