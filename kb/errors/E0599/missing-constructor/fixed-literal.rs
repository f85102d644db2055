pub struct RateLimit {
    pub per_second: u32,
    pub burst: u32,
}

pub fn default_limit(is_premium: bool) -> RateLimit {
    let per_second = if is_premium { 100 } else { 10 };
    RateLimit {
        per_second,
        burst: 2 * per_second,
    }
}
