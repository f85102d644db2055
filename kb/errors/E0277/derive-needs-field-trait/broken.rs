#[derive(Debug, Clone, PartialEq)]
pub enum Mode {
    Automatic,
    Manual,
}

#[derive(Debug, Clone, Default)]
pub struct Settings {
    pub mode: Mode,
    pub brightness: u8,
}
