pub struct Limits {
    pub requests: u32,
    pub burst: u32,
}

impl Limits {
    pub const fn per_minute(requests: u32) -> Self {
        Limits {
            requests,
            burst: requests * 2,
        }
    }
}

pub static DEFAULT_LIMITS: Limits = Limits::per_minute(60);
