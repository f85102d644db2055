pub struct Retry {
    pub attempts: u32,
    pub pause_ms: u64,
}

impl Retry {
    pub const fn standard() -> Self {
        Retry {
            attempts: 3,
            pause_ms: 250,
        }
    }
}

impl Default for Retry {
    fn default() -> Self {
        Retry::standard()
    }
}

pub const STANDARD: Retry = Retry::standard();
