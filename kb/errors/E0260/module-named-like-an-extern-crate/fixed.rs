pub mod engine {
    pub fn version() -> &'static str {
        "2.1"
    }
}

pub fn banner() -> &'static str {
    "engine"
}
