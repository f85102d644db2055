pub struct Settings {
    pub theme: String,
    pub font_size: u8,
    pub retries: u32,
}

pub fn save(settings: &Settings) -> String {
    let Settings { theme, font_size } = settings;
    format!("theme={theme}\nfont_size={font_size}\n")
}
