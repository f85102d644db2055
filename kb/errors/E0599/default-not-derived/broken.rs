pub struct RenderOptions {
    pub indent: usize,
    pub pretty: bool,
    pub newline: String,
}

pub fn compact() -> RenderOptions {
    RenderOptions {
        newline: "\n".to_string(),
        ..RenderOptions::default()
    }
}
