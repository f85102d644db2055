#[derive(Default)]
pub struct Settings {
    pub level: u8,
    pub path: String,
    pub compress: bool,
}

pub fn quiet(path: &str) -> Settings {
    Settings {
        level: 1,
        path: path.to_string(),
        ..Default::default()
    }
}
