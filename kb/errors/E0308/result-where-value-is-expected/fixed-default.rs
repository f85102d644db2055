pub struct Retry {
    pub attempts: u32,
}

pub fn retry_from(setting: &str) -> Retry {
    Retry {
        attempts: setting.trim().parse().unwrap_or(3),
    }
}
