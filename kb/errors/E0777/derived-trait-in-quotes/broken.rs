#[derive("Clone")]
pub struct Settings {
    pub level: u8,
}
