pub struct RenderOptions {
    pub indent: usize,
    pub pretty: bool,
    pub newline: String,
}

impl Default for RenderOptions {
    fn default() -> Self {
        RenderOptions {
            indent: 4,
            pretty: true,
            newline: "\r\n".to_string(),
        }
    }
}

pub fn compact() -> RenderOptions {
    RenderOptions {
        newline: "\n".to_string(),
        ..RenderOptions::default()
    }
}
