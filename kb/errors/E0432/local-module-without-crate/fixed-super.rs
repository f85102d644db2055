pub mod settings {
    pub struct Settings {
        pub timeout_ms: u64,
    }
}

pub mod http {
    use super::settings::Settings;

    pub fn timeout_secs(settings: &Settings) -> u64 {
        settings.timeout_ms / 1000
    }
}
