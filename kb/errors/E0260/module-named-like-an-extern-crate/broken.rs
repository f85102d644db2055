extern crate core;

pub mod core {
    pub fn version() -> &'static str {
        "2.1"
    }
}

pub fn banner() -> &'static str {
    "engine"
}
