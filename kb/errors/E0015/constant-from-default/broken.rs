pub struct Retry {
    pub attempts: u32,
    pub pause_ms: u64,
}

impl Default for Retry {
    fn default() -> Self {
        Retry {
            attempts: 3,
            pause_ms: 250,
        }
    }
}

pub const STANDARD: Retry = Retry::default();
