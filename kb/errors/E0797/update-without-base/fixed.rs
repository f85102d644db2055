#[derive(Debug, Default)]
pub struct Settings {
    pub retries: u32,
    pub verbose: bool,
}

pub fn patient() -> Settings {
    Settings {
        retries: 10,
        ..Default::default()
    }
}
