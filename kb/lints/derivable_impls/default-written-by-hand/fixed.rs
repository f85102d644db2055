#[derive(Default)]
pub struct Settings {
    pub theme: String,
    pub verbose: bool,
    pub columns: u16,
}
