#[derive(Debug, Clone, Default, PartialEq)]
pub enum Mode {
    #[default]
    Automatic,
    Manual,
}

#[derive(Debug, Clone, Default)]
pub struct Settings {
    pub mode: Mode,
    pub brightness: u8,
}
