pub struct RateLimit {
    pub per_second: u32,
    pub burst: u32,
}

impl RateLimit {
    pub fn new(per_second: u32, burst: u32) -> Self {
        RateLimit { per_second, burst }
    }
}

pub fn default_limit(is_premium: bool) -> RateLimit {
    let per_second = if is_premium { 100 } else { 10 };
    RateLimit::new(per_second, 2 * per_second)
}
