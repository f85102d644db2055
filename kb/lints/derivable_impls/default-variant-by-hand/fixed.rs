#[derive(Default)]
pub enum Level {
    Quiet,
    #[default]
    Normal,
    Verbose,
}
